"""A witness found by looking: values changed one at a time until every conjunct is true. No solver.

Takes a scope without relations and conjuncts over it; gives an environment in which the evaluator finds all of them
true, or nothing, which means nothing. Any source of witnesses is sound where the evaluator has the last word.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import KEY, Expr, Scalar, Type, walk
from aln.core.text import synthesise
from aln.verifier.obligation import Scope

__all__ = ["search"]

_STEPS = 8


def search(scope: Scope, conjuncts: Sequence[Expr]) -> dict[str, Any] | None:
    """An environment of few values other than each type's default; the same one for the same question."""
    if any(r.how == "many" for r in scope.records):
        return None
    found = _Search(scope, conjuncts)
    return found.env if found.climb() else None


class _Search:
    def __init__(self, scope: Scope, conjuncts: Sequence[Expr]) -> None:
        self.conjuncts = conjuncts
        self.env: dict[str, Any] = {}
        self.types: dict[str, Type] = {}
        self.optional: set[str] = set()
        # What must be one value with another: the key of a record that is referred to.
        self.tied: dict[str, str] = {}
        for n, record in enumerate(scope.records, 1):
            if record.how == "ref":
                self.env[record.path] = str(uuid.UUID(int=n))
            for f in record.fields:
                name = record.variable(f.name)
                if record.how == "ref" and f.name == record.key:
                    self.tied[name] = record.path
                elif name.endswith(KEY) and any(r.path == name.removesuffix(KEY) for r in scope.records):
                    self.tied[name] = name.removesuffix(KEY)
                else:
                    self._variable(name, f.type, f.optional)
        for f in scope.fields:
            self._variable(f.name, f.type, f.optional)
        for name, path in self.tied.items():
            self.env[name] = self.env.get(path)
        self.start = dict(self.env)
        self.known = {name: tuple(dict.fromkeys(self._known(name))) for name in self.types}

    def _variable(self, name: str, ty: Type, optional: bool) -> None:
        self.types[name] = ty
        if optional:
            self.optional.add(name)
        self.env[name] = None if optional else ty.default()

    def _known(self, name: str) -> Iterator[Any]:
        """Values worth trying: the ends of the type, and what conditions compare with."""
        ty = self.types[name]
        if name in self.optional:
            yield None
        yield ty.default()
        if ty.sort == "int":
            start = int(ty.default())
            yield from (n for n in (start + 1, start - 1) if ty.lo <= n <= ty.hi)
        if ty.sort == "bool":
            yield from (False, True)
        elif ty.sort == "enum":
            yield from ty.labels
        elif ty.sort == "id":
            yield from (str(uuid.UUID(int=n)) for n in range(1, 4))
        for condition in self.conjuncts:
            for e in walk(condition):
                if e.kind == "mentions" and any(a.name == name for a in e.args):
                    yield from self._texts(e.terms)
                elif e.kind == "op" and e.name in ("eq", "lt", "le") and _reads(e, name):
                    yield from self._near(ty, (a.value for a in e.args if a.kind == "const"), e)
        if ty.sort == "int":
            yield from (ty.lo, ty.hi)

    def _texts(self, terms: tuple[str, ...]) -> Iterator[str]:
        for term in terms:
            text = synthesise((term,), (), ("",))
            if text is not None:
                yield text

    def _near(self, ty: Type, values: Iterator[Scalar | None], e: Expr) -> Iterator[Any]:
        for value in values:
            if ty.sort != "int":
                if ty.holds(value):
                    yield value
            elif isinstance(value, int):
                factors = [
                    a.value for x in e.args for a in x.args if a.kind == "const" and isinstance(a.value, int)
                ]
                for factor in (1, *(abs(f) for f in factors if f)):
                    yield from (n for n in (value // factor + d for d in (0, 1, -1)) if ty.lo <= n <= ty.hi)

    def _values(self, name: str) -> Iterator[Any]:
        yield from self.known[name]
        ty = self.types[name]
        if ty.sort == "int":
            for other, value in self.env.items():
                if (
                    other != name
                    and other in self.types
                    and type(value) is int
                    and self.types[other].sort == "int"
                ):
                    yield from (n for n in (value, value + 1, value - 1) if ty.lo <= n <= ty.hi)

    def _score(self, env: Mapping[str, Any]) -> int:
        return sum(bool(evaluate(c, env)) for c in self.conjuncts)

    def climb(self) -> bool:
        """Whether all is true in the end. Of changes that are worth the same, the first or else the last is taken."""
        for names in (tuple(self.types), tuple(reversed(self.types))):
            self.env = dict(self.start)
            if self._climbed(names):
                self._settle()
                return True
        return False

    def _climbed(self, names: Sequence[str]) -> bool:
        score = self._score(self.env)
        for _ in range(_STEPS):
            if score == len(self.conjuncts):
                return True
            best: tuple[int, str, Any] = (score, "", None)
            for name in names:
                for value in self._values(name):
                    found = self._score({**self.env, name: value})
                    if found > best[0]:
                        best = (found, name, value)
            score, name, value = best
            if not name:
                return False
            self.env[name] = value
        return False

    def _settle(self) -> None:
        """Every value is put back to its start, or as near to it as is known to do."""
        for name, ty in self.types.items():
            start = self.start[name]
            near = [start, *self._values(name)]
            if ty.sort == "int":
                known = [n for n in near if n is not None]
                near = sorted(dict.fromkeys(known), key=lambda n: (abs(n - ty.default()), n))
                near = [start, *near] if start is None else near
            for value in near:
                tried = {**self.env, name: value}
                if self._score(tried) == len(self.conjuncts):
                    self.env = tried
                    break


def _reads(e: Expr, name: str) -> bool:
    return any(x.kind == "var" and x.name == name for x in walk(e))
