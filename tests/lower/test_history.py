"""What a machine or a graph says of time, lowered to states, is what its whole history says."""

from __future__ import annotations

import inspect
import os
import random
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from aln.checker.check import check
from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import Field, Machine, Type
from aln.diagnostics import Diagnostic
from aln.lower import machine, moments
from aln.lower.module import lower
from aln.syntax import tree as t
from aln.syntax.parse import parse
from tests.conftest import LONG
from tests.lower.history import History, Session, columns
from tests.lower.machine_texts import graph, module

CASES, TICKS = (2_000 if LONG else 160), 14


def lowered(text: str) -> tuple[t.Module, tuple[Machine, ...], tuple[Diagnostic, ...]]:
    """The tree as it was written, its machines in core, and what is wrong with it."""
    tree, faults = parse(text, "random.aln")
    assert tree is not None and not faults, (text, faults)
    checked = check(tree)
    errors = tuple(d for d in checked.diagnostics if d.severity == "error")
    if errors:
        return tree, (), errors
    core = lower(checked)
    assert not core.unsupported, (text, core.unsupported)
    return tree, core.machines, ()


def raw(ty: Type, value: Any) -> Any:
    """A value of the naive meaning, as core counts it; out of every type where it is off the grid."""
    if isinstance(value, Fraction):
        count = value / ty.grain
        return int(count) if count.denominator == 1 else count
    return value


def arriving(rng: random.Random, fields: tuple[Field, ...], ticks: int) -> list[dict[str, Any]]:
    """For each tick a value for each input, or none; as core counts them. Values stay for a while, as they do."""
    rows: list[dict[str, Any]] = []
    for _ in range(ticks):
        row = dict(rows[-1]) if rows and rng.random() < 0.4 else {}
        for f in fields:
            if f.name not in row:
                choices = (True, False) if f.type.sort == "bool" else range(f.type.lo, f.type.hi + 1)
                row[f.name] = None if rng.random() < 0.25 else rng.choice(choices)
        rows.append(row)
    return rows


def real(fields: tuple[Field, ...], row: dict[str, Any]) -> dict[str, Any]:
    """The same as the naive meaning sees it."""
    types = {f.name: f.type for f in fields}
    return {n: v if v is None or isinstance(v, bool) else v * types[n].grain for n, v in row.items()}


def compared(text: str, rng: random.Random, seen: Counter[Any]) -> None:
    """One random run of the machine `M` of a text: states, outputs and properties at each tick, in both meanings."""
    tree, machines, errors = lowered(text)
    if errors:
        # A comparison that the declared ranges decide is an error, as it should be.
        assert {d.code for d in errors} == {"ALN0412"}, (text, errors)
        seen["refused"] += 1
        return
    (core,) = (m for m in machines if m.name == "M")
    declared = {i.name: i for i in tree.items if isinstance(i, t.Machine)}
    parameters = {"l.a": rng.randint(0, 5), "l.b": rng.randint(0, 9)}
    record = {n[2:]: Fraction(v) for n, v in parameters.items()}
    rows = arriving(rng, core.inputs, TICKS)
    naive = History(declared["M"], columns([real(core.inputs, row) for row in rows]), record, declared)
    state = initial(core, parameters)
    for at, row in enumerate(rows):
        env, after = tick(core, parameters, state, row)
        for s in (s for s in core.states if isinstance(naive.items.get(s.name), t.State)):
            assert raw(s.type, naive.named(s.name, at)) == state[s.name], (text, at, s.name, rows)
        for a in (a for a in core.assignments if not a.initial):
            whole, name = naive.items.get(a.name.partition(".")[0]), a.name.rpartition(".")[2]
            where = naive.parts[whole.name] if isinstance(whole, t.Part) else naive
            value, given = where.assigned(name, at), bool(evaluate(a.given, env))
            assert given == (value is not None or isinstance(where.items.get(name), t.Input)), (
                text,
                at,
                a.name,
                rows,
            )
            if value is not None:
                assert raw(a.type, value) == evaluate(a.value, env), (text, at, a.name, rows)
            if not given or not a.type.holds(evaluate(a.value, env)):
                # What is computed after a value that is missing or out of range has no meaning.
                seen["left its range"] += 1
                return
        for p in (p for p in core.properties if p.name in naive.properties):
            kept = bool(evaluate(p.formula, env))
            assert kept == naive.holds(p.name, at), (text, at, p.name, rows)
            seen[naive.properties[p.name].form, kept] += 1
        state = after
    seen["composed" if naive.parts else "simple"] += 1


def test_a_machine_is_what_its_history_says() -> None:
    """Of random machines, parts included, in random runs: as long as every value is given and in range, and which is
    not is the same in both."""
    rng = random.Random(os.environ.get("ALN_SEED", "11") if LONG else "11")
    seen: Counter[Any] = Counter()
    for _ in range(CASES):
        compared(module(rng), rng, seen)
    forms = {(form, kept) for form in ("always", "never", "after", "within") for kept in (True, False)}
    assert min(seen[form] for form in forms) > CASES, seen
    assert min(seen["composed"], seen["simple"]) > CASES // 5, seen


FAULTS = (
    ("b.minimum(b.add(now, one), top), zero)", "b.minimum(b.add(now, one), top), one)"),
    ("b.minimum(b.add(now, b.const(t_, 1)), top)", "b.add(now, b.const(t_, 1))"),
    ("b.ite(condition, one, b.minimum", "b.ite(condition, b.const(t_, 0), b.minimum"),
    ("self.since(condition, count + 1, count + 1)", "self.since(condition, count, count + 1)"),
    ("self.since(condition, starts, bound, item.name)", "self.since(condition, 0, bound, item.name)"),
    ("b.le(b.const(number, count), held)", "b.lt(b.const(number, count), held)"),
    ("known = self.delayed(inner.known, \"known\")", "known = inner.known"),
    ("self.delayed(inner.false, \"false\")", "b.not_(self.delayed(inner.value, \"true\"))"),
    ("known = b.or_(seen, b.le(age,", "known = b.or_(seen, b.lt(age,"),
    ("now = b.ite(seen, value, kept)", "now = b.ite(seen, kept, value)"),
    ("due = b.and_(waiting, b.le(", "due = b.and_(waiting, b.lt("),
    ("b.ite(answer, zero, b.ite(waiting, longer, b.ite(trigger, one, zero)))",
     "b.ite(answer, zero, b.ite(trigger, one, b.ite(waiting, longer, zero)))"),
    ("low.value, ticks, item.samples, fields", "low.value, ticks + 1, item.samples, fields"),
    ("low = raw if isinstance(raw, Low) else self.low", "low = self.low"),
    ("age = b.ite(low.known, b.const(ago.type, 0), ago)", "age = ago"),
    ("self.compare(op, total, bound)", "self.compare(op, bound, total)"),
    ("settled = b.and_(below, b.TRUE if", "settled = b.and_(below, b.FALSE if"),
    ("b.mul(bound, bound, unit)", "b.mul(bound, k.value, unit)"),
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=[str(n) for n in range(len(FAULTS))])
def test_a_fault_in_what_is_said_of_time_is_seen(
    fault: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one expression of the lowering changed, some random machine is not what its history says."""
    source = inspect.getsource(moments)
    assert source.count(fault[0]) == 1
    changed = dict(vars(moments))
    exec(compile(source.replace(*fault), "moments", "exec"), changed)
    monkeypatch.setattr(machine, "Moments", changed["Moments"])
    rng, seen = random.Random("11"), Counter[Any]()
    with pytest.raises(AssertionError):
        for _ in range(4_000):
            compared(module(rng), rng, seen)


def test_a_graph_is_what_its_session_says() -> None:
    """Where a session stands, how long it may have lasted, and whether each claim is kept, at each step of random
    sessions through random graphs."""
    rng = random.Random(os.environ.get("ALN_SEED", "12") if LONG else "12")
    seen: Counter[Any] = Counter()
    for _ in range(CASES // 2):
        text = graph(rng)
        tree, machines, errors = lowered(text)
        if errors:
            assert {d.code for d in errors} == {"ALN0412"}, (text, errors)
            continue
        (core,) = machines
        (drawn,) = (i for i in tree.items if isinstance(i, t.Graph))
        record = {"epilepsy": rng.choice((True, False, None)), "age": rng.choice((None, 3, 5, 9))}
        parameters = {f"p.{n}": v for n, v in record.items()}
        rows = arriving(rng, core.inputs, TICKS)
        known = {n: v if v is None or n == "epilepsy" else Fraction(v) for n, v in record.items()}
        naive = Session(drawn, columns([real(core.inputs, row) for row in rows]), known, TICKS)
        minute = next(s.type.grain for s in core.states if s.name == "total") / 60
        state = initial(core, parameters)
        for at, row in enumerate(rows):
            env, after = tick(core, parameters, state, row)
            assert (env["node"], env["next_node"]) == (naive.at[at], naive.at[at + 1]), (
                text,
                at,
                rows,
                record,
            )
            assert env["total"] * minute == naive.minutes[at], (text, at, rows, record)
            kept = naive.kept(at)
            formulas = {p.name: p.formula for p in core.properties if p.stated and p.name in kept}
            assert formulas.keys() == kept.keys()
            for name, holds in kept.items():
                assert bool(evaluate(formulas[name], env)) == holds, (text, at, name, rows, record)
                seen[name.partition("_")[2] or name, holds] += 1
            bounded = [p for p in core.properties if p.lemma and "bounded" in p.name]
            assert len(bounded) == 2 and all(evaluate(p.formula, env) for p in bounded), (
                text,
                at,
                rows,
                record,
            )
            state = after
        seen["ended", naive.at[-1] == "end"] += 1
    for name in ("needs", "unless", "Short", "Kind", "Gate", "ended"):
        assert min(seen[name, True], seen[name, False]) > CASES // 40, seen
