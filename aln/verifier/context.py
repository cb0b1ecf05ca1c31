"""Z3 in one context: that of the process, or one of its own.

In a context of its own, what a query costs and the model it finds do not depend on what was asked before; to make one
costs as much as a small query. Terms of two contexts never mix: Z3 refuses them.
"""

from __future__ import annotations

from typing import Any


class Z3:
    """The names of the module `z3` that the encoding uses, within one context."""

    def __init__(self, *, shared: bool = False) -> None:
        import z3

        self._z3 = z3
        self.context = z3.main_ctx() if shared else z3.Context()
        self.sat, self.unsat, self.unknown = z3.sat, z3.unsat, z3.unknown

    def Bool(self, name: str) -> Any:
        return self._z3.Bool(name, self.context)

    def Int(self, name: str) -> Any:
        return self._z3.Int(name, self.context)

    def BoolVal(self, value: bool) -> Any:
        return self._z3.BoolVal(value, self.context)

    def IntVal(self, value: int) -> Any:
        return self._z3.IntVal(value, self.context)

    def And(self, *parts: Any) -> Any:
        return self._z3.And(*parts) if parts else self.BoolVal(True)

    def Or(self, *parts: Any) -> Any:
        return self._z3.Or(*parts) if parts else self.BoolVal(False)

    def Not(self, part: Any) -> Any:
        return self._z3.Not(part, self.context)

    def Implies(self, a: Any, b: Any) -> Any:
        return self._z3.Implies(a, b, self.context)

    def If(self, c: Any, a: Any, b: Any) -> Any:
        return self._z3.If(c, a, b, self.context)

    def Sum(self, parts: Any) -> Any:
        return self._z3.Sum(parts)

    def PbLe(self, weighed: Any, most: int) -> Any:
        return self._z3.PbLe(weighed, most)

    def is_true(self, term: Any) -> bool:
        return bool(self._z3.is_true(term))

    def Solver(self) -> Any:
        return self._z3.Solver(ctx=self.context)

    def SimpleSolver(self) -> Any:
        return self._z3.SimpleSolver(ctx=self.context)


def stopped(reason: str) -> str:
    """Why a solver gave no answer, in words that say what may be done about it."""
    said = reason.strip()
    if said in ("canceled", "max. resource limit exceeded", "(resource limits reached)"):
        said = "its resource limit was reached"
    return f"the solver stopped: {said or 'it gave no reason'}; raise `--budget`"
