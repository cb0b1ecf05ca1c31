"""Random conditions of the subset of SQL that the reader knows, written from its grammar and not by the printer.

Columns of joined records, queries over relations and aggregates of them, nested and associated as no printer does; some
are outside the subset. What the reader accepts must be, on a real server, true and false where it reads so.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from aln.backends.sql.read_query import joins
from aln.core.ir import Guard, Type
from tests.laws.python_programs import RECORDS as PYTHON_RECORDS
from tests.laws.server_mutants import Rows

RECORDS = tuple(replace(r, fields=tuple(f for f in r.fields if f.name != "id")) for r in PYTHON_RECORDS)
GUARD = Guard("Law_v1_0_0", "Law", "Thing", RECORDS, ())
# What the conditions stand on: the judged row and the record that it refers to.
SOURCE = f"FROM public.thing AS judged{joins(RECORDS, {'other': 'other'})}"
LITERALS = ("0", "1", "2", "-1", "3", "7", "20", "0.5", "-5", "2.5")


class Lawful(Rows):
    """Rows whose every value lies in its domain."""

    def _value(self, ty: Type, raw: Any, judged: bool) -> Any:
        return super()._value(ty, raw, False)


class Conditions:
    """Random conditions; `elements` names the elements of relations in sight, each with its relation."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def condition(self, depth: int, elements: tuple[tuple[str, str], ...] = ()) -> str:
        r = self.rng
        kinds = ["flag", "compare", "compare", "null", "label", "text", "between"]
        if depth:
            kinds += ["and", "or", "not", "not_true", "case", "distinct", "same", "coalesce", "exists", "exists", "exists"]  # fmt: skip
        kind = r.choice(kinds)
        if kind == "flag":
            return r.choice(["judged.flag", "judged.maybe", 'other."on"', "TRUE", "FALSE"])
        if kind == "compare":
            op = r.choice(["<", "<=", ">", ">=", "=", "<>"])
            return f"{self.number(depth, elements)} {op} {self.number(depth, elements)}"
        if kind == "null":
            things = ["judged.m", "judged.maybe", "judged.colour", "judged.title", "other.id", "other.x"]
            things += [x for e, of in elements if of == "items" for x in (f"{e}.p", f'"{e}.maker".id', f'"{e}.maker".grade')]  # fmt: skip
            return f"({r.choice(things)} IS {r.choice(['', 'NOT '])}NULL)"
        if kind == "label":
            return r.choice(["judged.colour = 'RED'", "'GREEN' <> judged.colour", "judged.colour IN ('RED', 'GREEN')",
                             "(judged.colour NOT IN ('RED'))", "judged.colour = 'BLUE'"])  # fmt: skip
        if kind == "text":
            return r.choice(["judged.title = 'rem'", "judged.title <> 'calm'", "aln.mentions(judged.title, 'rem', 'dream phase')"])  # fmt: skip
        if kind == "between":
            low, high = r.choice(LITERALS), self.number(0, elements)
            return f"({self.number(0, elements)} {r.choice(['', 'NOT '])}BETWEEN {low} AND {high})"
        if kind == "exists":
            return f"{r.choice(['', 'NOT '])}EXISTS ({self.query(depth, elements)})"
        a = self.condition(depth - 1, elements)
        if kind in ("and", "or"):
            more = [self.condition(depth - 1, elements) for _ in range(r.randint(1, 2))]
            return "(" + f" {kind.upper()} ".join([f"({a})", *(f"({m})" if r.random() < 0.7 else m for m in more)]) + ")"  # fmt: skip
        if kind == "not":
            return f"(NOT ({a}))"
        if kind == "not_true":
            return f"(({a}) IS {r.choice(['NOT TRUE', 'NOT TRUE', 'NOT TRUE', 'FALSE'])})"
        c = self.condition(depth - 1, elements)
        if kind == "distinct":
            return f"(({a}) IS {r.choice(['', 'NOT '])}DISTINCT FROM ({c}))"
        if kind == "same":
            return f"(({a}) {r.choice(['=', '<>'])} ({c}))"
        if kind == "coalesce":
            return f"COALESCE({a}, {c})"
        return f"CASE WHEN {a} THEN {c}{r.choice(['', f' ELSE {self.condition(depth - 1, elements)}'])} END"

    def query(self, depth: int, elements: tuple[tuple[str, str], ...], head: str = "SELECT") -> str:
        """A query over a relation, with its own conditions."""
        r = self.rng
        of = r.choice(["items", "items", "notes"])
        name = r.choice(["c", "d", "c", "d", "e", "judged" if r.random() < 0.05 else "f"])
        source, rest = self.source(of, name)
        inner = (*(pair for pair in elements if pair[0] != name), (name, of))
        for _ in range(r.randint(0, 2)):
            rest += f" AND ({self.condition(depth - 1, inner)})"
        return f"{head} {source} WHERE {rest}"

    def source(self, of: str, name: str) -> tuple[str, str]:
        table, join = ("note", "") if of == "notes" else ("item", f' LEFT JOIN public.maker AS "{name}.maker" ON "{name}.maker".id = {name}.maker_id')  # fmt: skip
        if self.rng.random() < 0.03:
            join = join.replace("LEFT ", "")
        return f"FROM public.{table} AS {name}{join}", f"{name}.thing_id = judged.id"

    def number(self, depth: int, elements: tuple[tuple[str, str], ...]) -> str:
        r = self.rng
        columns = ["judged.a", "judged.m", "other.x", "judged.a"]
        for name, of in elements:
            columns += [f"{name}.n"] * 2 + ([f"{name}.p", f'"{name}.maker".grade'] if of == "items" else [])
        if not depth or r.random() < 0.4:
            return r.choice([*columns, *columns, *LITERALS])
        a, c = self.number(depth - 1, elements), self.number(depth - 1, elements)
        kind = r.choice(["+", "-", "*", "abs", "extreme", "coalesce", "case", "div", "of", "of"])
        if kind in "+-*":
            return r.choice([f"({a} {kind} {c})", f"{a} {kind} ({c})", f"(({a}) {kind} {c})"])
        if kind == "abs":
            return f"abs({a})"
        if kind == "extreme":
            return f"{r.choice(['LEAST', 'GREATEST'])}({a}, {c})"
        if kind == "coalesce":
            return f"COALESCE({a}, {c})"
        if kind == "div":
            return f"div({a}, {r.choice(['2', '3', '-1', '0.5'])})"
        if kind == "case":
            return f"CASE WHEN {self.condition(depth - 1, elements)} THEN {a} ELSE {c} END"
        return self.aggregate(depth, elements)

    def aggregate(self, depth: int, elements: tuple[tuple[str, str], ...]) -> str:
        r = self.rng
        of, name = r.choice(["items", "notes"]), r.choice(["g", "h"])
        source, link = self.source(of, name)
        inner = (*(pair for pair in elements if pair[0] != name), (name, of))
        kind = r.choice(["sum", "min", "max"])
        if kind == "sum":
            body, end = r.choice([f"{name}.n", f"CASE WHEN {self.condition(depth - 1, inner)} THEN 1 ELSE 0 END", f"({name}.n - judged.a)"]), "0"  # fmt: skip
        else:
            body, end = f"{name}.n", "20" if kind == "min" else "-5"
        end = end if r.random() < 0.9 else "1"
        held = f" FILTER (WHERE {link})" if r.random() < 0.3 else ""
        return f"COALESCE((SELECT {kind}({body}){held} {source} WHERE {link}), {end})"
