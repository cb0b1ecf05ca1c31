"""Random syntax trees that a parser could have built: every node of the tree, every precedence, every clause.

`modules()` gives whole modules, `expressions()` expressions. Names include the words of the language wherever
the grammar lets a word be a name.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from aln.syntax import tree as t
from aln.syntax._tables import WORDS

__all__ = ["expressions", "modules", "records"]

_ALPHABET = st.characters(min_codepoint=1, exclude_categories=("Cs",))
LONG = " ".join(f"{n}-{'-' * (n % 7)}word" for n in range(40))
TEXTS = st.one_of(
    st.sampled_from(
        ["", "rem", 'say "no"', "a\\b", "two\nlines", "\ttab", "größe · 睡眠", "\u202eodd", "\0", " ", LONG]
    ),
    st.text(_ALPHABET, max_size=6),
)
_RESERVED = ("true", "false", "not")
WORDS_AS_NAMES = tuple(sorted(WORDS))
PLAIN = ("x", "y", "Study", "a_b", "_1", "rem_flag", "N0", "stateful", "iff", "if")
NAMES = st.sampled_from(PLAIN + WORDS_AS_NAMES)
LEADING = st.sampled_from(tuple(n for n in PLAIN + WORDS_AS_NAMES if n not in _RESERVED))
# after these a word of the language would be read as the word
SAFE = st.sampled_from(("x", "y", "Study", "a_b", "_1", "rem_flag", "iff"))
UNITS = st.sampled_from(("mmHg", "s", "min", "mcg_kg_min", "d"))
FUNCTIONS = st.sampled_from(("present", "abs", "min", "max", "before", "accepted", "next", "clamp", "count"))


def _many(strategy: st.SearchStrategy[object], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


STRINGS = _many(TEXTS, 1)
TRACES = st.one_of(st.just(()), STRINGS)
PERIODS = st.builds(t.Number, st.integers(0, 9).map(Fraction), UNITS)
MAGNITUDES = st.one_of(
    st.integers(0, 10**6).map(Fraction),
    st.builds(lambda digits, places: Fraction(digits, 10**places), st.integers(0, 10**6), st.integers(0, 6)),
)
NUMBERS = st.builds(t.Number, MAGNITUDES, st.one_of(st.just(""), UNITS))
PATHS = st.builds(lambda first, rest: t.Path((first, *rest)), LEADING, _many(NAMES, 0, 2))
LEAVES = st.one_of(NUMBERS, st.builds(t.String, TEXTS), st.builds(t.Boolean, st.booleans()), PATHS)
OPERATORS = ("implies", "or", "and", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/")


def _compound(inner: st.SearchStrategy[t.Expr]) -> st.SearchStrategy[t.Expr]:
    maybe = st.one_of(st.none(), inner)
    return st.one_of(
        st.builds(t.Call, FUNCTIONS, _many(inner)),
        st.builds(t.Unary, st.sampled_from(("not", "-")), inner),
        st.builds(t.Binary, st.sampled_from(OPERATORS), inner, inner),
        st.builds(t.Binary, st.sampled_from(OPERATORS), inner, inner),
        st.builds(t.If, inner, inner, inner),
        st.builds(
            lambda kind, name, source, where, body: t.Quantified(kind, name, source, where, body=body),
            st.sampled_from(("all", "any", "sum", "min", "max")),
            SAFE,
            inner,
            maybe,
            inner,
        ),
        st.builds(lambda n, s, w: t.Quantified("count", n, s, w), SAFE, inner, maybe),
        st.builds(
            lambda n, s, w, by, ties, none, body: t.Quantified("last", n, s, w, by, ties, none, body),
            SAFE,
            inner,
            maybe,
            inner,
            st.sampled_from(("all", "any")),
            st.booleans(),
            inner,
        ),
    )


def expressions(leaves: int = 12) -> st.SearchStrategy[t.Expr]:
    """Expressions of every kind, with at most about `leaves` leaves."""
    return st.recursive(LEAVES, _compound, max_leaves=leaves)


EXPRESSIONS = expressions(6)
VALUES = st.recursive(
    EXPRESSIONS,
    lambda inner: st.one_of(
        st.builds(t.ListOf, _many(inner)),
        st.builds(t.Record, _many(st.tuples(NAMES, inner))),
    ),
    max_leaves=5,
)


def records() -> st.SearchStrategy[t.Record]:
    """Records as a test or a table row writes them."""
    return st.builds(t.Record, _many(st.tuples(NAMES, VALUES)))


BOUNDS = st.one_of(
    MAGNITUDES.map(t.Number),
    MAGNITUDES.map(lambda value: t.Unary("-", t.Number(value))),
    PATHS,
)
OPTIONAL = st.booleans()
# a name that another word follows: a word of the language would be taken for the clause it begins
TYPES = st.recursive(
    st.one_of(
        st.builds(
            t.TypeName, st.sampled_from(("bool", "uuid", "int", "list", "ref", "Study", "decimal")), OPTIONAL
        ),
        st.builds(
            t.NumberType,
            st.just("decimal"),
            st.one_of(st.just(""), UNITS),
            BOUNDS,
            BOUNDS,
            st.one_of(st.none(), BOUNDS),
            OPTIONAL,
        ),
        st.builds(
            lambda low, high, optional: t.NumberType("int", "", low, high, None, optional),
            BOUNDS,
            BOUNDS,
            OPTIONAL,
        ),
        st.builds(t.EnumType, STRINGS, OPTIONAL),
        st.builds(t.RefType, SAFE, OPTIONAL),
        st.builds(t.ManyType, SAFE, NAMES, st.integers(0, 10**6)),
    ),
    lambda inner: st.builds(t.ListType, inner, OPTIONAL),
    max_leaves=2,
)
RULES = st.one_of(
    st.builds(t.Rule, st.sampled_from(("require", "forbid")), EXPRESSIONS, TEXTS, TRACES, st.booleans()),
    st.builds(t.Include, NAMES, EXPRESSIONS),
)
GIVENS = st.builds(t.Given, NAMES, NAMES, records())
STATED = _many(
    st.tuples(NAMES, st.one_of(BOUNDS, st.builds(t.String, TEXTS), st.builds(t.Boolean, OPTIONAL)))
)
EXPECTS = st.one_of(
    st.builds(lambda policy, name, given: t.Expect(policy, name, True, (), given), NAMES, NAMES, STATED),
    st.builds(t.Expect, NAMES, NAMES, st.just(False), STRINGS, STATED),
)
GRANTS = st.one_of(
    st.builds(
        lambda what, entity, ids: t.Grant(what, entity, "", None, ids), _many(NAMES, 1, 9), NAMES, TRACES
    ),
    st.builds(t.Grant, _many(NAMES, 1, 9), NAMES, SAFE, EXPRESSIONS, TRACES),
)
CLAIMS = st.builds(t.Claim, NAMES, TEXTS, NAMES, NAMES, EXPRESSIONS, TRACES)
MEMBERS = st.one_of(
    st.builds(t.Member, st.booleans(), _many(NAMES, 1, 20)),
    st.builds(t.Forbidden, _many(NAMES, 1, 20), TEXTS, TRACES),
    CLAIMS,
)
TARGETS = st.one_of(st.just(""), st.lists(NAMES, min_size=1, max_size=2).map(".".join))
LEMMA_TEXTS = st.one_of(st.just(""), TEXTS)


def _property(lemma: bool, form: str) -> st.SearchStrategy[t.Property]:
    trigger: st.SearchStrategy[t.Expr | None] = EXPRESSIONS if form in ("after", "within") else st.none()
    clause: st.SearchStrategy[t.Expr | None] = EXPRESSIONS if form == "after" else st.none()
    if form == "within":
        clause = SPANS
    said = LEMMA_TEXTS if lemma else TEXTS
    return st.builds(
        t.Property, NAMES, st.just(lemma), said, st.just(form), EXPRESSIONS, trigger, clause, TRACES
    )


def _about_a_node(form: str) -> st.SearchStrategy[t.Property]:
    formula = EXPRESSIONS if form == "enters" else st.just(t.Boolean(True))
    node = st.none() if form == "terminates" else st.builds(lambda name: t.Path((name,)), NAMES)
    rest = (st.just(form), formula, node, st.none(), TRACES)
    return st.builds(t.Property, NAMES, st.just(False), TEXTS, *rest)


SPANS = PERIODS.filter(lambda n: n.unit != "ticks" or n.value.denominator == 1)
INPUTS = st.builds(
    t.Input,
    NAMES,
    TYPES,
    st.booleans(),
    st.sampled_from(("", "map", "signal 1")),
    st.one_of(st.none(), SPANS),
)
MACHINE_ITEMS = st.one_of(
    st.builds(t.Param, NAMES, NAMES, st.one_of(st.just(""), NAMES)),
    INPUTS,
    st.builds(t.State, NAMES, TYPES, EXPRESSIONS),
    st.builds(t.Timer, NAMES, EXPRESSIONS, SPANS),
    st.builds(t.Timer, NAMES, EXPRESSIONS, SPANS, st.just(True), SPANS),
    st.builds(t.Window, NAMES, EXPRESSIONS, SPANS, st.integers(0, 10**6)),
    st.builds(t.Part, NAMES, NAMES, st.lists(st.tuples(NAMES, EXPRESSIONS), max_size=2).map(tuple)),
    st.builds(t.Let, NAMES, EXPRESSIONS),
    st.builds(t.Next, NAMES, EXPRESSIONS),
    st.builds(t.Output, NAMES, TYPES, EXPRESSIONS),
    *(
        _property(lemma, form)
        for lemma in (True, False)
        for form in ("always", "never", "reachable", "after", "within")
    ),
)
GRAPH_NODES = st.one_of(
    st.builds(t.GraphNode, NAMES, NAMES),
    st.builds(t.GraphNode, NAMES, NAMES, SPANS, SPANS, st.one_of(st.none(), EXPRESSIONS), st.none()),
    st.builds(
        t.GraphNode, NAMES, NAMES, st.none(), st.none(), st.one_of(st.none(), EXPRESSIONS), EXPRESSIONS
    ),
)
GRAPH_ITEMS = st.one_of(
    INPUTS,
    st.builds(t.Let, NAMES, EXPRESSIONS),
    st.builds(t.Start, NAMES),
    GRAPH_NODES,
    st.builds(
        t.Edges,
        _many(NAMES, 2, 4),
        st.one_of(st.none(), EXPRESSIONS),
        st.one_of(st.none(), st.integers(0, 9)),
    ),
    *(_property(False, form) for form in ("always", "never", "reachable", "after", "within")),
    *(_about_a_node(form) for form in ("terminates", "enters", "avoids")),
)
ACTIONS = st.one_of(st.builds(t.Filter, EXPRESSIONS), st.builds(t.NextNode, TEXTS))
LEVELS = st.sampled_from(("branch", "node"))
BRANCHES = st.recursive(
    st.builds(lambda kind, name, action: t.Branch(kind, name, (), action), LEVELS, TEXTS, ACTIONS),
    lambda inner: st.builds(t.Branch, LEVELS, TEXTS, _many(inner)),
    max_leaves=4,
)
ROOTS = st.builds(lambda name, children: t.Branch("root", name, children), TEXTS, _many(BRANCHES))


def _of_each_nature(entity: t.Entity) -> st.SearchStrategy[t.Entity]:
    return st.sampled_from((entity, replace(entity, immutable=True), replace(entity, event=True)))


ITEMS = st.one_of(
    st.builds(t.Constants, _many(st.builds(t.Constant, NAMES, VALUES))),
    st.builds(t.Unit, NAMES, TEXTS),
    st.builds(t.TypeAliasDecl, NAMES, TYPES),
    st.builds(t.Enum, NAMES, _many(NAMES)),
    st.builds(t.Lexicon, NAMES, _many(TEXTS)),
    st.builds(
        t.Entity,
        SAFE,
        st.sampled_from(("", "study", "xr_session")),
        _many(st.builds(t.Field, NAMES, TYPES, st.booleans(), st.booleans())),
    ).flatmap(_of_each_nature),
    st.builds(t.Table, NAMES, TYPES, st.builds(t.ListOf, _many(VALUES)), st.booleans()),
    st.builds(t.Policy, NAMES, NAMES, NAMES, _many(RULES), st.booleans()),
    CLAIMS,
    # a policy called `for` would begin a claim about records
    st.builds(
        t.Refines,
        NAMES,
        TEXTS,
        NAMES.filter("for".__ne__),
        st.sampled_from(("refines", "equals")),
        NAMES,
        TRACES,
    ),
    st.builds(t.Role, NAMES, _many(GRANTS)),
    st.builds(t.Bundle, NAMES, _many(MEMBERS)),
    st.builds(t.Waiver, NAMES, TARGETS, TEXTS, TEXTS),
    st.builds(t.Use, NAMES),
    st.builds(t.Requirement, TEXTS, TEXTS),
    st.builds(t.Hazard, TEXTS, TEXTS, NAMES, NAMES),
    st.builds(t.Control, TEXTS, TEXTS, TRACES, TRACES),
    st.builds(t.Test, TEXTS, _many(GIVENS), _many(EXPECTS)),
    st.builds(t.Machine, NAMES, PERIODS, _many(MACHINE_ITEMS, 0, 5), st.booleans()),
    st.builds(t.Graph, NAMES, NAMES, NAMES, _many(GRAPH_ITEMS, 0, 5)),
    st.builds(t.Graph, NAMES, st.just(""), st.just(""), _many(GRAPH_ITEMS, 0, 5)),
    st.builds(t.BehaviorTree, NAMES, ROOTS),
    st.builds(t.BehaviorGraph, NAMES, ROOTS),
    st.builds(t.Service, NAMES, _many(st.builds(t.Operation, NAMES, st.one_of(st.none(), TYPES), TYPES))),
)
DOCS = st.sampled_from(("", "One line.", "Two\nlines.", "A gap\n\nbetween."))


def modules(most: int = 5) -> st.SearchStrategy[t.Module]:
    """Whole modules of at most `most` items, without places and comments."""
    return st.builds(
        lambda name, items, doc, overlay: t.Module(name, items, doc, overlay=overlay),
        NAMES,
        _many(ITEMS, 0, most),
        DOCS,
        st.booleans(),
    )
