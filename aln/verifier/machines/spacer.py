"""Inductive invariants found by Spacer (property-directed reachability), as guesses for the joint induction.

Takes: a machine, the facts already proved, the goals. Gives: the conjuncts of an invariant as formulas of core. Never: a
proof; Spacer's answer is a guess like any other, and what is proved with it is proved by the three conditions.

Each configuration has a resource limit of its own and a fresh context, so what it answers does not depend on what ran
before or beside it. In the portfolio the lowest-numbered configuration that answers wins, whatever finishes first.
Source: Komuravelli, Gurfinkel, Chaki, SMT-based model checking for recursive programs (CAV 2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from aln.core.ir import Expr, Machine, Type
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.frames import System
from aln.verifier.machines.part import cut
from aln.verifier.machines.recover import to_core
from aln.verifier.machines.trace import roots

MOST = 200
"""An invariant of more conjuncts is not taken: nobody could check it again in reasonable time."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """One way to ask: the seed, whether all goals are asked as one, and whether what is proved is given."""

    seed: int
    together: bool
    helped: bool


CONFIGURATIONS = (
    Configuration(0, together=False, helped=True),
    Configuration(0, together=True, helped=True),
    Configuration(1, together=False, helped=False),
    Configuration(2, together=True, helped=True),
)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is given: all of it can be sent to another process."""

    machine: Machine
    goals: tuple[Candidate, ...]
    proved: tuple[Candidate, ...]
    configuration: Configuration
    units: int


def tasks(
    machine: Machine, goals: Sequence[Candidate], proved: Sequence[Candidate], units: int
) -> list[list[Task]]:
    """The portfolio of each goal, in order: of the configurations that answer, the first wins."""
    if not machine.states and not machine.windows:
        return []
    return [
        [
            Task(
                machine, tuple(goals) if c.together else (goal,), tuple(proved) if c.helped else (), c, units
            )
            for c in CONFIGURATIONS
            if not c.together or len(goals) > 1
        ]
        for goal in goals
    ]


def invariant(task: Task) -> tuple[Expr, ...] | None:
    """The conjuncts of invariants that imply the goals: none for a goal that some run breaks. None where Spacer does not
    answer for any of them."""
    groups = [task.goals] if task.configuration.together else [(g,) for g in task.goals]
    out: dict[Expr, None] = {}
    answered = False
    for group in groups:
        said, found = ask(task, group)
        answered = answered or said != "unknown"
        out |= dict.fromkeys(found)
    return tuple(out) if answered and len(out) <= MOST else None


def ask(
    task: Task, goals: Sequence[Candidate]
) -> tuple[Literal["never", "sometimes", "unknown"], tuple[Expr, ...]]:
    """Whether Spacer finds that the goals are broken in no run, with the invariant it says, or in some. It may be wrong:
    what is made of its answer is proved or replayed."""
    import z3

    machine = cut(task.machine, [n for c in (*goals, *task.proved) for n in roots(c)])
    if not machine.states and not machine.windows:
        return "unknown", ()
    system = System(machine)
    here, after = system.tick(0), system.tick(1)
    columns = [(s.name, s.type) for s in machine.states]
    columns += [(f.name, f.type) for w in machine.windows for f in w.fields]
    now = [here.value_of(n) for n, _ in columns] + [
        system.parameters.bound[f.name][1] for f in machine.parameters
    ]
    then = [after.value_of(n) for n, _ in columns] + now[len(columns) :]
    # Whether a parameter is there never changes either.
    there = [g for g in (system.parameters.bound[f.name][0] for f in machine.parameters) if not z3.is_true(g)]
    now, then = [*now, *there], [*then, *there]
    reached = z3.Function("reached", *(v.sort() for v in now), here.z3.BoolVal(True).sort())
    kept = [n for n, _ in columns]
    spoken = [n for c in (*goals, *task.proved) for n in system.names_of(c)]
    facts = [system.at(c, 0) for c in task.proved if c.role != "initial"]
    have: set[tuple[str, int]] = set()
    tick = system.facts([(kept, 0), (spoken, 0)], start=False, have=have)
    # What the step reads of this tick is among the facts of the step.
    step = system.facts([(kept, 1)], start=False, have=have)
    begin = [fact for n in (*system.states, *system.windows) for fact in system.link(n, 0, True)]
    every = [*system.valid, *tick, *facts]
    rules = [
        (z3.And(*every, *begin), reached(*now)),
        (z3.And(reached(*now), *every, *step), reached(*then)),
    ]
    bad = z3.And(reached(*now), *every, z3.Or(*(z3.Not(system.at(c, 0)) for c in goals)))
    text = _portable([z3.Implies(body, head) for body, head in rules] + [bad])
    context = z3.Context()
    again = z3.parse_smt2_string(text, ctx=context)
    solver = z3.Fixedpoint(ctx=context)
    solver.set(
        engine="spacer", rlimit=task.units, **{"spacer.random_seed": task.configuration.seed, "fp.xform.slice": False,
        "fp.xform.inline_linear": False, "fp.xform.inline_eager": False},
    )  # fmt: skip
    relation = again[0].arg(1).decl()
    solver.register_relation(relation)
    for rule in again[:2]:
        variables = _constants(rule)
        solver.add_rule(z3.ForAll(variables, rule) if variables else rule)
    variables = _constants(again[2])
    try:
        said = solver.query(z3.Exists(variables, again[2]) if variables else again[2])
    except z3.Z3Exception:
        return "unknown", ()  # its limit, which it reports as an exception
    if said != z3.unsat:
        return "sometimes" if said == z3.sat else "unknown", ()
    try:
        body = _body(solver.get_answer(), relation, again[0].arg(1))
    except z3.Z3Exception:
        return "unknown", ()
    names: dict[str, tuple[str, Type]] = {f"{n}@0": (n, ty) for n, ty in columns}
    names |= {f.name: (f.name, f.type) for f in machine.parameters}
    if body is None:
        return "unknown", ()
    found = (to_core(part, names) for part in _conjuncts(body))
    return "never", tuple(e for e in found if e is not None)


def _portable(assertions: Sequence[Any]) -> str:
    """Formulas as SMT-LIB text, for a context of their own."""
    import z3

    solver = z3.Solver(ctx=assertions[0].ctx)
    solver.add(*assertions)
    text: str = solver.to_smt2()
    return text


def _constants(e: Any) -> list[Any]:
    """The free constants of a formula, in order of name."""
    import z3

    found: dict[str, Any] = {}
    seen: set[int] = set()
    todo = [e]
    while todo:
        x = todo.pop()
        if x.get_id() in seen:
            continue
        seen.add(x.get_id())
        if z3.is_const(x) and x.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            found[x.decl().name()] = x
        todo += x.children()
    return [found[n] for n in sorted(found)]


def _body(answer: Any, relation: Any, head: Any) -> Any:
    """What Spacer says of the relation, about the constants of `head`: it binds variables in an order of its own."""
    import z3

    for part in _conjuncts(answer):
        if not z3.is_quantifier(part):
            if z3.is_app(part) and part.num_args() == 2 and part.arg(0).decl().eq(relation):
                return part.arg(1)
            continue
        equation = part.body()
        if equation.num_args() != 2:
            continue
        left, right = equation.arg(0), equation.arg(1)
        if not (z3.is_app(left) and left.decl().eq(relation)):
            continue
        order: dict[int, Any] = {}
        for n in range(left.num_args()):
            order[z3.get_var_index(left.arg(n))] = head.arg(n)
        return z3.substitute_vars(right, *(order[i] for i in range(part.num_vars())))
    return None


def _conjuncts(e: Any) -> Iterator[Any]:
    import z3

    if z3.is_and(e):
        for part in e.children():
            yield from _conjuncts(part)
    elif z3.is_not(e) and z3.is_or(e.arg(0)):
        for part in e.arg(0).children():
            yield from _conjuncts(z3.Not(part))
    else:
        yield e
