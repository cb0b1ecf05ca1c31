"""The one obligation type and the one verdict type: every proof in the project is one of the first answered by one
of the second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from aln.core.ir import Definition, Expr, Field, Guard, Machine, Record, Rule
from aln.diagnostics import Span

Kind = Literal[
    "claim", "consistent", "decides", "non-vacuous", "refinement", "composition", "forbidden", "total", "width",
    "range", "invariant", "reachable", "table-row", "example", "backend-equal",
]  # fmt: skip
Status = Literal["proved", "refuted", "unknown"]
Evidence = Literal["L0", "L1", "L2", "L3", "tested", ""]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a formula speaks about: records in their domains, and loose variables (of a machine's tick, or what whoever
    asks a guard states beside the record).

    `complete`: every relation whose owner is there is given (stored records; a guard's caller may withhold one).
    `bounded`: the relations that hold at most their declared maximum all the same, because the artefact sees to it.
    """

    records: tuple[Record, ...] = ()
    fields: tuple[Field, ...] = ()
    complete: bool = False
    bounded: tuple[str, ...] = ()

    @staticmethod
    def of(guard: Guard, *, complete: bool = False) -> Scope:
        """What the rules of a guard may read: its records and its inputs."""
        return Scope(guard.records, guard.inputs, complete)


@dataclass(frozen=True, slots=True)
class Holds:
    """`formula`, in terms of `definitions`, is true in every environment of `scope`; `rules` are those it assumes,
    to be blamed if it is not, beside what is to blame in any case (`blames`)."""

    scope: Scope
    formula: Expr
    definitions: tuple[Definition, ...] = ()
    rules: tuple[Rule, ...] = ()
    blames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """Some environment of `scope` makes `formula` true; `rules` are its conjuncts, to be blamed if none does."""

    scope: Scope
    formula: Expr
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Decides:
    """Some environment of `scope` makes `rule` false and all of `earlier` and `later` true: without it, that record
    would be accepted."""

    scope: Scope
    rule: Rule
    earlier: tuple[Rule, ...]
    later: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Says:
    """A claim says something: some environment of `scope` makes all of `conditions` true (the claim is about it), and
    some makes `conclusion` false (the claim excludes it)."""

    scope: Scope
    conditions: tuple[tuple[str, Expr], ...]
    conclusion: Expr
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """Every number that `formulas` compute lies in the range inferred for it and, where there is a `limit`, between
    -limit - 1 and `limit` in every environment of `scope`."""

    scope: Scope
    formulas: tuple[Expr, ...]
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Something is named in no place; `found` are the places that name it."""

    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The guard decides about this one environment as expected (and, where given, for these reasons)."""

    guard: Guard
    env: Mapping[str, Any]
    allowed: bool
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfMachine:
    """A property of the machine (`name`), or the assignments of a name: in range and given at every tick; of a claim
    that is to say something, which of the conditions that it is `about`."""

    machine: Machine
    name: str
    about: int = 0


@dataclass(frozen=True, slots=True)
class Same:
    """Two readings agree: no `differences` in form, and each pair of formulas has one value in every environment."""

    scope: Scope
    pairs: tuple[tuple[str, Expr, Expr], ...]
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unprovable:
    """Something that core could not carry: unknown, with the reason."""

    reason: str


Goal: TypeAlias = (
    Holds | Possible | Decides | Says | Within | Nowhere | Judged | OfMachine | Same | Unprovable
)


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something to be proved: its id, its kind (a folder of the obligation catalogue), the claim in words, what it
    says formally, where it stands, and the requirement, hazard and control ids it traces to."""

    id: str
    kind: Kind
    says: str
    module: str
    span: Span
    goal: Goal = field(compare=False)
    traces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Values that break the claim: raw `env` (and `steps`, one environment a tick, for a run), shown in ALN
    notation, and the rules that let it through. Only the replayed ones leave the verifier. `advice` are conditions on
    parameters, each of which is proved to make the claim true."""

    env: Mapping[str, Any]
    values: Mapping[str, Any]
    shown: tuple[str, ...]
    steps: tuple[Mapping[str, Any], ...] = ()
    blames: tuple[str, ...] = ()
    says: str = ""
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a proof rests on, enough to check it again: the queries as SMT-LIB text (each unsatisfiable), the
    invariant they establish, the witnesses that the evaluator accepted, and the queries that found them (each
    satisfiable)."""

    queries: tuple[tuple[str, str], ...] = ()
    invariant: tuple[str, ...] = ()
    witness: tuple[Mapping[str, Any], ...] = ()
    found_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one obligation. `evidence` as the command-line page defines it; `reason` says why unknown; `lost`
    names declared ranges of the machine that were not proved with it, so that nothing else about the machine is."""

    obligation: Obligation
    status: Status
    engine: str
    evidence: Evidence = ""
    certificate: Certificate | None = None
    counterexample: Counterexample | None = None
    reason: str = ""
    k: int = 0
    rests_on: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a query may cost: solver resource units (reproducible), and how deep to search for a run."""

    units: int = 20_000_000
    depth: int = 60
    second_opinion: bool = True


class ReplayError(Exception):
    """A solver's model did not replay in the evaluator: a fault of this tool, never a result."""
