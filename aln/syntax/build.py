"""From reductions to tree nodes: one method a production of the grammar, called while the parser runs.

Each method is named as the production's alias in `grammar/aln.lark` and gets the children the grammar
keeps (a token as its index, what is absent as None) with the first and last token of the production. It
never looks ahead, and it raises nothing but `Rejected`, where the grammar is wider than the language.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from aln.syntax import tree as t
from aln.syntax.tokens import Tokens

__all__ = ["Builder", "Rejected"]

Children = list[Any]
Method = Callable[["Builder", Children, int, int], Any]


class Rejected(Exception):
    """A production that the language refuses: the token, what is wrong, what to write instead."""

    def __init__(self, token: int, message: str, aid: str) -> None:
        super().__init__(message)
        self.token = token
        self.message = message
        self.aid = aid


def number(text: str) -> Fraction:
    """The exact value of a decimal literal (at most `MAX_DIGITS` digits, which the lexer has checked)."""
    whole, _, part = text.partition(".")
    return Fraction(int(whole + part), 10 ** len(part)) if part else Fraction(int(whole))


class Builder:
    """Builds the tree of one file. Its methods are the productions; it keeps nothing but the tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._texts = tokens.texts
        self._span = tokens.span

    @classmethod
    def method(cls, name: str) -> Method:
        """The method of a production, to be called with the builder first."""
        found: Method = getattr(cls, name + "_")
        return found

    def _text(self, token: int | None) -> str:
        return "" if token is None else self._texts[token]

    def _count(self, token: int) -> int:
        text = self._texts[token]
        if "." in text:
            raise Rejected(token, f"`{text}` is not a whole number", "write a whole number")
        return int(text)

    # ── plain shapes ──────────────────────────────────────────────────────────────────────────────────────

    def plain_(self, c: Children, first: int, last: int) -> Any:
        return c[0]

    traces_ = mitigates_ = satisfies_ = plain_
    word_ = type_word_ = kind_ = ties_ = force_ = form_ = level_ = compare_ = plain_
    opening_ = nature_ = relation_ = need_ = edge_word_ = plain_

    def docs_(self, c: Children, first: int, last: int) -> tuple[Any, ...]:
        return tuple(c)

    givens_ = expects_ = pairs_ = values_ = arguments_ = texts_ = with_ = docs_

    def strings_(self, c: Children, first: int, last: int) -> tuple[str, ...]:
        return tuple([self._texts[token] for token in c])

    names_ = strings_

    def text_(self, c: Children, first: int, last: int) -> str:
        return "".join([self._texts[token] for token in c])

    def dotted_(self, c: Children, first: int, last: int) -> str:
        return ".".join([self._texts[token] for token in c])

    def present_(self, c: Children, first: int, last: int) -> bool:
        return True

    repeated_ = invalid_ = present_

    # ── the module and its links ──────────────────────────────────────────────────────────────────────────

    def start_(self, c: Children, first: int, last: int) -> t.Module:
        docs, opening, name = c[:3]
        lines = [self._texts[token].removeprefix("///").removeprefix(" ") for token in docs]
        comments = tuple(self._tokens.comments)
        span = self._span(first, last)
        overlay = self._texts[opening] == "overlay"
        return t.Module(self._texts[name], tuple(c[3:]), "\n".join(lines), comments, overlay, span=span)

    def use_(self, c: Children, first: int, last: int) -> t.Use:
        return t.Use(self._texts[c[0]], span=self._span(first, last))

    def constants_(self, c: Children, first: int, last: int) -> t.Constants:
        return t.Constants(tuple(c), span=self._span(first, last))

    def constant_(self, c: Children, first: int, last: int) -> t.Constant:
        return t.Constant(self._texts[c[0]], c[1], span=self._span(first, last))

    def requirement_(self, c: Children, first: int, last: int) -> t.Requirement:
        return t.Requirement(self._texts[c[0]], c[1], span=self._span(first, last))

    def hazard_(self, c: Children, first: int, last: int) -> t.Hazard:
        name, says, severity, probability = c
        words = self._texts[severity], self._texts[probability]
        return t.Hazard(self._texts[name], says, *words, span=self._span(first, last))

    def control_(self, c: Children, first: int, last: int) -> t.Control:
        name, says, mitigates, satisfies = c
        span = self._span(first, last)
        return t.Control(self._texts[name], says, mitigates or (), satisfies or (), span=span)

    def waiver_(self, c: Children, first: int, last: int) -> t.Waiver:
        code, target, because, until = c
        span = self._span(first, last)
        return t.Waiver(self._texts[code], target or "", because, self._texts[until], span=span)

    def unit_(self, c: Children, first: int, last: int) -> t.Unit:
        return t.Unit(self._texts[c[0]], self._texts[c[1]], span=self._span(first, last))

    # ── types and data ────────────────────────────────────────────────────────────────────────────────────

    def type_alias_(self, c: Children, first: int, last: int) -> t.TypeAliasDecl:
        return t.TypeAliasDecl(self._texts[c[0]], c[1], span=self._span(first, last))

    def enum_(self, c: Children, first: int, last: int) -> t.Enum:
        return t.Enum(self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def lexicon_(self, c: Children, first: int, last: int) -> t.Lexicon:
        return t.Lexicon(self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def label_(self, c: Children, first: int, last: int) -> str:
        return self._texts[c[0]]

    term_ = label_

    def entity_(self, c: Children, first: int, last: int) -> t.Entity:
        nature = self._text(c[1])
        kinds = nature == "immutable", nature == "event"
        span = self._span(first, last)
        return t.Entity(self._texts[c[0]], self._text(c[2]), tuple(c[3:]), *kinds, span=span)

    def field_(self, c: Children, first: int, last: int) -> t.Field:
        name, repeated, kind, key = c
        span = self._span(first, last)
        return t.Field(self._texts[name], kind, key is not None, repeated is not None, span=span)

    def table_(self, c: Children, first: int, last: int) -> t.Table:
        name, repeated, kind, rows = c
        rows = rows or ()
        place = rows[0].span.to(rows[-1].span) if rows else self._span(last - 2, last - 1)
        span = self._span(first, last)
        return t.Table(self._texts[name], kind, t.ListOf(rows, span=place), repeated is not None, span=span)

    def type_name_(self, c: Children, first: int, last: int) -> t.TypeName:
        return t.TypeName(self._texts[c[0]], c[1] is not None, span=self._span(first, last))

    def decimal_(self, c: Children, first: int, last: int) -> t.NumberType:
        unit, low, high, step, optional = c
        span = self._span(first, last)
        return t.NumberType("decimal", self._text(unit), low, high, step, optional is not None, span=span)

    def integer_(self, c: Children, first: int, last: int) -> t.NumberType:
        low, high, optional = c
        return t.NumberType("int", "", low, high, None, optional is not None, span=self._span(first, last))

    def reference_(self, c: Children, first: int, last: int) -> t.RefType:
        return t.RefType(self._texts[c[0]], c[1] is not None, span=self._span(first, last))

    def many_(self, c: Children, first: int, last: int) -> t.ManyType:
        span = self._span(first, last)
        return t.ManyType(self._texts[c[0]], self._texts[c[1]], self._count(c[2]), span=span)

    def list_type_(self, c: Children, first: int, last: int) -> t.ListType:
        return t.ListType(c[0], c[1] is not None, span=self._span(first, last))

    def enum_type_(self, c: Children, first: int, last: int) -> t.EnumType:
        return t.EnumType(c[0], c[1] is not None, span=self._span(first, last))

    def record_(self, c: Children, first: int, last: int) -> t.Record:
        return t.Record(c[0] or (), span=self._span(first, last))

    def pair_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr]:
        return self._texts[c[0]], c[1]

    def list_(self, c: Children, first: int, last: int) -> t.ListOf:
        return t.ListOf(c[0] or (), span=self._span(first, last))

    # ── policies, claims, tests ───────────────────────────────────────────────────────────────────────────

    def policy_(self, c: Children, first: int, last: int) -> t.Policy:
        return self._policy(False, c, first, last)

    def duty_(self, c: Children, first: int, last: int) -> t.Policy:
        return self._policy(True, c, first, last)

    def _policy(self, duty: bool, c: Children, first: int, last: int) -> t.Policy:
        name, entity, variable = [self._texts[token] for token in c[:3]]
        return t.Policy(name, entity, variable, tuple(c[3:]), duty, span=self._span(first, last))

    def rule_(self, c: Children, first: int, last: int) -> t.Rule:
        event, force, condition, because, traces = c
        span = self._span(first, last)
        rest = (condition, because, traces or (), event is not None)
        return t.Rule(self._texts[force], *rest, span=span)

    def include_(self, c: Children, first: int, last: int) -> t.Include:
        return t.Include(self._texts[c[0]], c[1], span=self._span(first, last))

    def role_(self, c: Children, first: int, last: int) -> t.Role:
        return t.Role(self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def grant_(self, c: Children, first: int, last: int) -> t.Grant:
        actions, entity, condition, traces = c
        variable, when = condition or ("", None)
        rest = (variable, when, traces or ())
        return t.Grant(actions, self._texts[entity], *rest, span=self._span(first, last))

    def condition_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr]:
        return self._texts[c[0]], c[1]

    def claim_(self, c: Children, first: int, last: int) -> t.Claim:
        name, says, entity, variable, formula, traces = c
        about = self._texts[entity], self._texts[variable]
        rest = (*about, formula, traces or ())
        return t.Claim(self._texts[name], says, *rest, span=self._span(first, last))

    def refines_(self, c: Children, first: int, last: int) -> t.Refines:
        name, says, policy, relation, other, traces = c
        policy, relation, other = [self._texts[token] for token in (policy, relation, other)]
        rest = (policy, relation, other, traces or ())
        return t.Refines(self._texts[name], says, *rest, span=self._span(first, last))

    def bundle_(self, c: Children, first: int, last: int) -> t.Bundle:
        return t.Bundle(self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def member_(self, c: Children, first: int, last: int) -> t.Member:
        return t.Member(self._texts[c[0]] == "required", c[1], span=self._span(first, last))

    def forbidden_(self, c: Children, first: int, last: int) -> t.Forbidden:
        return t.Forbidden(c[0], c[1], c[2] or (), span=self._span(first, last))

    def test_(self, c: Children, first: int, last: int) -> t.Test:
        return t.Test(self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    def given_(self, c: Children, first: int, last: int) -> t.Given:
        return t.Given(self._texts[c[0]], self._texts[c[1]], c[2], span=self._span(first, last))

    def expect_allowed_(self, c: Children, first: int, last: int) -> t.Expect:
        return self._expect(True, [*c, ()], first, last)

    def expect_denied_(self, c: Children, first: int, last: int) -> t.Expect:
        return self._expect(False, c, first, last)

    def _expect(self, allowed: bool, c: Children, first: int, last: int) -> t.Expect:
        policy, argument, stated, because = c
        rest = (allowed, because, stated or ())
        return t.Expect(self._texts[policy], self._texts[argument], *rest, span=self._span(first, last))

    def stated_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr]:
        return self._texts[c[0]], c[1]

    # ── machines ──────────────────────────────────────────────────────────────────────────────────────────

    def machine_(self, c: Children, first: int, last: int) -> t.Machine:
        model, name, period = c[:3]
        span = self._span(first, last)
        return t.Machine(self._texts[name], period, tuple(c[3:]), model is not None, span=span)

    def span_(self, c: Children, first: int, last: int) -> t.Number:
        text = self._texts[c[0]]
        return t.Number(number(text), self._texts[c[1]], text, span=self._span(first, last))

    def param_(self, c: Children, first: int, last: int) -> t.Param:
        span = self._span(first, last)
        return t.Param(self._texts[c[0]], self._texts[c[1]], self._text(c[2]), span=span)

    def input_(self, c: Children, first: int, last: int) -> t.Input:
        name, kind, invalid, held, signal = c
        span = self._span(first, last)
        return t.Input(self._texts[name], kind, invalid is not None, self._text(signal), held, span=span)

    def state_(self, c: Children, first: int, last: int) -> t.State:
        return t.State(self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    def timer_(self, c: Children, first: int, last: int) -> t.Timer:
        if c[2].unit == "ticks" and c[2].value.denominator != 1:
            raise Rejected(last - 2, f"`{c[2].text}` is not a whole number", "write a whole number")
        return t.Timer(self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    def since_(self, c: Children, first: int, last: int) -> t.Timer:
        name, condition, starts, bound = c
        return t.Timer(self._texts[name], condition, bound, True, starts, span=self._span(first, last))

    def window_(self, c: Children, first: int, last: int) -> t.Window:
        name, source, over, samples = c
        span = self._span(first, last)
        return t.Window(self._texts[name], source, over, self._count(samples), span=span)

    def part_(self, c: Children, first: int, last: int) -> t.Part:
        return t.Part(self._texts[c[0]], self._texts[c[1]], tuple(c[2:]), span=self._span(first, last))

    def wire_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr]:
        return self._texts[c[0]], c[1]

    def let_(self, c: Children, first: int, last: int) -> t.Let:
        return t.Let(self._texts[c[0]], c[1], span=self._span(first, last))

    def next_state_(self, c: Children, first: int, last: int) -> t.Next:
        return t.Next(self._texts[c[0]], c[1], span=self._span(first, last))

    def output_(self, c: Children, first: int, last: int) -> t.Output:
        return t.Output(self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    def lemma_(self, c: Children, first: int, last: int) -> t.Property:
        return self._property(True, c, first, last)

    def machine_claim_(self, c: Children, first: int, last: int) -> t.Property:
        return self._property(False, c, first, last)

    def _property(self, lemma: bool, c: Children, first: int, last: int) -> t.Property:
        name, says, (form, formula, trigger, ticks), traces = c
        rest = (form, formula, trigger, ticks, traces or ())
        return t.Property(self._texts[name], lemma, says or "", *rest, span=self._span(first, last))

    def property_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, None, None]:
        return self._texts[c[0]], c[1], None, None

    def response_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, t.Expr, t.Expr]:
        return "after", c[2], c[0], c[1]

    def within_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, t.Expr, t.Expr]:
        return "within", c[2], c[1], c[0]

    # ── therapy graphs ────────────────────────────────────────────────────────────────────────────────────

    def graph_(self, c: Children, first: int, last: int) -> t.Graph:
        entity, variable = c[1] or ("", "")
        return t.Graph(self._texts[c[0]], entity, variable, tuple(c[2:]), span=self._span(first, last))

    def subject_(self, c: Children, first: int, last: int) -> tuple[str, str]:
        return self._texts[c[0]], self._texts[c[1]]

    def begin_(self, c: Children, first: int, last: int) -> t.Start:
        return t.Start(self._texts[c[0]], span=self._span(first, last))

    def graph_node_(self, c: Children, first: int, last: int) -> t.GraphNode:
        name, kind, lasts, needs, unless = c
        low, high = lasts or (None, None)
        rest = (low, high, needs, unless)
        return t.GraphNode(self._texts[name], self._texts[kind], *rest, span=self._span(first, last))

    def lasts_(self, c: Children, first: int, last: int) -> tuple[t.Number, t.Number]:
        return c[0], c[1]

    def edges_(self, c: Children, first: int, last: int) -> t.Edges:
        *nodes, when, most = c
        names = tuple([self._texts[token] for token in nodes])
        return t.Edges(names, when, most, span=self._span(first, last))

    def at_most_(self, c: Children, first: int, last: int) -> int:
        return self._count(c[0])

    def terminates_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, None, None]:
        return "terminates", t.Boolean(True, span=self._span(first, last)), None, None

    def enters_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, t.Expr, None]:
        return "enters", c[1], t.Path((self._texts[c[0]],), span=self._span(c[0], c[0])), None

    def avoids_(self, c: Children, first: int, last: int) -> tuple[str, t.Expr, t.Expr, None]:
        whole = t.Boolean(True, span=self._span(first, last))
        return "avoids", whole, t.Path((self._texts[c[0]],), span=self._span(c[0], c[0])), None

    # ── the 1.0 constructs ────────────────────────────────────────────────────────────────────────────────

    def behavior_tree_(self, c: Children, first: int, last: int) -> t.BehaviorTree:
        return t.BehaviorTree(self._texts[c[0]], c[1], span=self._span(first, last))

    def behavior_graph_(self, c: Children, first: int, last: int) -> t.BehaviorGraph:
        return t.BehaviorGraph(self._texts[c[0]], c[1], span=self._span(first, last))

    def root_(self, c: Children, first: int, last: int) -> t.Branch:
        return t.Branch("root", self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def branch_(self, c: Children, first: int, last: int) -> t.Branch:
        kind, name = self._texts[c[0]], self._texts[c[1]]
        return t.Branch(kind, name, tuple(c[2:]), span=self._span(first, last))

    def leaf_(self, c: Children, first: int, last: int) -> t.Branch:
        return t.Branch(self._texts[c[0]], self._texts[c[1]], (), c[2], span=self._span(first, last))

    def filter_(self, c: Children, first: int, last: int) -> t.Filter:
        return t.Filter(c[0], span=self._span(first, last))

    def next_node_(self, c: Children, first: int, last: int) -> t.NextNode:
        return t.NextNode(self._texts[c[0]], span=self._span(first, last))

    def service_(self, c: Children, first: int, last: int) -> t.Service:
        return t.Service(self._texts[c[0]], tuple(c[1:]), span=self._span(first, last))

    def operation_(self, c: Children, first: int, last: int) -> t.Operation:
        return t.Operation(self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    # ── expressions ───────────────────────────────────────────────────────────────────────────────────────

    def magnitude_(self, c: Children, first: int, last: int) -> t.Number:
        text = self._texts[c[0]]
        return t.Number(number(text), "", text, span=self._span(first, last))

    def negative_(self, c: Children, first: int, last: int) -> t.Unary:
        return t.Unary("-", self.magnitude_(c, last, last), span=self._span(first, last))

    def number_(self, c: Children, first: int, last: int) -> t.Number:
        text = self._texts[c[0]]
        return t.Number(number(text), self._text(c[1]), text, span=self._span(first, last))

    def string_(self, c: Children, first: int, last: int) -> t.String:
        return t.String(self._texts[c[0]], span=self._span(first, last))

    def true_(self, c: Children, first: int, last: int) -> t.Boolean:
        return t.Boolean(True, span=self._span(first, last))

    def false_(self, c: Children, first: int, last: int) -> t.Boolean:
        return t.Boolean(False, span=self._span(first, last))

    def path_(self, c: Children, first: int, last: int) -> t.Path:
        return t.Path(tuple([self._texts[token] for token in c]), span=self._span(first, last))

    def call_(self, c: Children, first: int, last: int) -> t.Call:
        return t.Call(self._texts[c[0]], c[1] or (), span=self._span(first, last))

    group_ = plain_

    def not_(self, c: Children, first: int, last: int) -> t.Unary:
        return t.Unary("not", c[0], span=self._span(first, last))

    def minus_(self, c: Children, first: int, last: int) -> t.Unary:
        return t.Unary("-", c[0], span=self._span(first, last))

    def comparison_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary(self._texts[c[1]], c[0], c[2], span=self._span(first, last))

    def implies_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("implies", c[0], c[1], span=self._span(first, last))

    def or_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("or", c[0], c[1], span=self._span(first, last))

    def and_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("and", c[0], c[1], span=self._span(first, last))

    def add_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("+", c[0], c[1], span=self._span(first, last))

    def subtract_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("-", c[0], c[1], span=self._span(first, last))

    def multiply_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("*", c[0], c[1], span=self._span(first, last))

    def divide_(self, c: Children, first: int, last: int) -> t.Binary:
        return t.Binary("/", c[0], c[1], span=self._span(first, last))

    def conditional_(self, c: Children, first: int, last: int) -> t.If:
        return t.If(c[1], c[2], c[3], span=self._span(first, last))

    def aggregate_(self, c: Children, first: int, last: int) -> t.Quantified:
        kind, variable, source, where, body = c
        kind, variable = self._texts[kind], self._texts[variable]
        return t.Quantified(kind, variable, source, where, body=body, span=self._span(first, last))

    def count_(self, c: Children, first: int, last: int) -> t.Quantified:
        return t.Quantified("count", self._texts[c[0]], c[1], c[2], span=self._span(first, last))

    def last_(self, c: Children, first: int, last: int) -> t.Quantified:
        variable, source, where, by, ties, none, body = c
        rest = (self._texts[ties], none.value, body)
        span = self._span(first, last)
        return t.Quantified("last", self._texts[variable], source, where, by, *rest, span=span)
