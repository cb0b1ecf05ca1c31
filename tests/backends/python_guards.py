"""Guards of the library and made by hand, and seeded environments for them: lawful, missing, invalid, at the ends."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from aln.backends.interface import Header
from aln.backends.python.names import inside
from aln.checker.check import check
from aln.core import build as b
from aln.core.ir import BOOL, ID, NIL, ONE, TEXT, Expr, Field, Guard, Machine, Record, Rule, Type, Unit, walk
from aln.core.show import digest
from aln.lower.module import lower
from aln.syntax.parse import parse

KEYS = ("0c0ffee0-0000-4000-8000-000000000001", "0c0ffee0-0000-4000-8000-000000000002", NIL)
TEXTS = (
    "",
    "tremor in remission",
    "R.E.M. boost",
    "REM2",
    "calm",
    "dream phase",
    "paradoxical  sleep",
    "é\ud800",
)


@cache
def library() -> tuple[tuple[Guard, ...], tuple[Machine, ...]]:
    """Every guard and machine of the three library files."""
    guards: list[Guard] = []
    machines: list[Machine] = []
    for name in ("policies/rem_exclusion", "policies/calibration", "controllers/vasopressor"):
        text = files("aln.library").joinpath(f"{name}.aln").read_text(encoding="utf-8")
        module, _ = parse(text, name)
        assert module is not None
        core = lower(check(module))
        guards += core.guards
        machines += core.machines
    return tuple(guards), tuple(machines)


def header(of: Guard | Machine) -> Header:
    return Header("aln/library/x.aln", of.module, "0c0ffee0-0000-4000-8000-000000000001", "1.0.0", digest(of))


def by_hand() -> tuple[Guard, ...]:
    """Guards with what the library does not use: optional references, every aggregate, division, hostile names."""
    small, grade = b.number_type(-5, 20), Type("enum", name="Grade", labels=("LOW", "HIGH"))
    fields = (
        Field("class", small, True), Field("max", small), Field("flag", BOOL, True), Field("grade", grade, True),
        Field("type", TEXT, True), Field("id", ID),
    )  # fmt: skip
    root = Record("", "Type", "thing", "id", "root", fields=fields)
    ref = Record(
        "decide",
        "Len",
        "len",
        "id",
        "ref",
        "",
        "decide",
        optional=True,
        fields=(Field("x", small, True), Field("on", BOOL)),
    )
    many = Record(
        "items",
        "Str",
        "item",
        "id",
        "many",
        "",
        "owner",
        3,
        fields=(Field("n", small), Field("m", small, True)),
    )
    inner = Record("items.to", "Len", "len", "id", "ref", "items", "to", fields=(Field("x", small, True),))
    c, m, x = (b.var(n, small) for n in ("class", "max", "decide.x"))
    n, em, ix = (b.var(f"e.{k}", small) for k in ("n", "m", "to.x"))
    total = b.each("sum", "items", "e", b.ite(b.lt(n, m), n, b.const(small, 0)), 3)
    count = b.each("sum", "items", "e", b.ite(b.given("e.m"), b.const(small, 1), b.const(small, 0)), 3)
    zero, seven = b.const(small, 0), b.const(small, 7)
    conditions = (
        b.or_(b.not_(b.given("class")), b.le(c, m)),
        b.lt(b.floor_div(b.add(c, m), m), seven),
        b.lt(b.floor_div(c, b.add(b.absolute(m), b.const(small, 1))), seven),
        b.or_(b.and_(b.given("decide.x"), b.lt(x, m)), b.not_(b.given("decide"))),
        b.or_(b.var("flag", BOOL), b.var("decide.on", BOOL), b.lt(zero, m)),
        b.or_(b.not_(b.eq(b.var("grade", grade), b.const(grade, "HIGH"))), b.given("id")),
        b.or_(b.not_(b.mentions(b.var("type", TEXT), ("rem",))), b.eq(b.var("id", ID), b.const(ID, KEYS[0]))),
        b.le(total, b.const(small, 19)),
        b.lt(count, b.const(small, 3)),
        b.le(b.each("max", "items", "e", n), b.maximum(m, b.const(small, 9))),
        b.le(b.each("min", "items", "e", b.minimum(n, em)), b.const(small, 20)),
        b.or_(b.each("any", "items", "e", b.and_(b.given("e.to"), b.lt(ix, n))), b.each("all", "items", "e", b.le(em, n))),
        b.each("all", "items", "e", b.each("any", "items", "e", b.le(n, b.add(m, b.const(small, 9))))),
        b.each("all", "items", "e", b.or_(b.not_(b.given("e.to.x")), b.le(b.sub(ix, n), b.mul(m, m, ONE)))),
        b.each("all", "items", "e", b.each("all", "items", "f", b.le(n, b.add(b.var("f.n", small), b.const(small, 24))))),
        b.or_(b.given("items"), b.lt(m, b.const(small, -1))),
    )  # fmt: skip
    rules = tuple(
        Rule(f"Odd/rule_{i}", e, f'because "{i}" \\ é \u202e', ("T-1", "T-2")[: i % 3])
        for i, e in enumerate(conditions)
    )
    odd = Guard("Odd_v1_0_0", "Odd", "Type", (root, ref, many, inner), rules, ("T-1",))
    alone = Guard("Odd_v1_0_0", "Nothing", "Type", (Record("", "Type", "thing", "id", "root"),), ())
    clash = (
        Record("", "session", "s", "id", "root", fields=(Field("self", small), Field("step", small, True))),
        Record("read_session", "Session", "t", "id", "ref", "", "read_session", fields=(Field("str", small),)),
        Record("allows", "read_session", "u", "decide", "ref", "", "allows", fields=(Field("decide", ID),)),
        Record("invalid", "Decision", "v", "None", "ref", "", "invalid", fields=(Field("lambda", BOOL),)),
    )  # fmt: skip
    text, flag, key = (
        b.var("read_session.str", small),
        b.var("invalid.lambda", BOOL),
        b.var("allows.decide", ID),
    )
    rules_of_clash = (
        Rule("Clash/a", b.or_(b.not_(b.given("read_session")), b.le(b.var("self", small), text)), ""),
        Rule("Clash/b", b.or_(b.not_(b.given("invalid")), flag), "b"),
        Rule("Clash/c", b.or_(b.not_(b.given("allows")), b.eq(key, b.const(ID, KEYS[0]))), "c"),
    )
    return (
        odd,
        alone,
        timed(),
        Guard("Odd_v1_0_0", "Clash", "session", clash, rules_of_clash),
        *(Guard("Odd_v1_0_0", f"Odd{i}", "Type", odd.records, (r,)) for i, r in enumerate(rules)),
    )


def timed() -> Guard:
    """A guard that reads inputs: in rules of every form, one of which asks whether an input is there."""
    instant = b.number_type(0, 1000, Fraction(1, 10**6), Unit("instant", "us", Fraction(1), "instant"))
    grade = Type("enum", name="Grade", labels=("LOW", "HIGH"))
    root = Record(
        "",
        "Now",
        "thing",
        "id",
        "root",
        fields=(Field("due", instant), Field("from", instant, True), Field("now", instant, True)),
    )
    many = Record(
        "log", "Entry", "entry", "id", "many", "", "thing", 3, fields=(Field("at", instant), Field("by", ID))
    )
    inputs = (
        Field("@now", instant),
        Field("@actor", ID),
        Field("@grade", grade),
        Field("@count", b.number_type(0, 9)),
    )
    now, actor, due = b.var("@now", instant), b.var("@actor", ID), b.var("due", instant)
    at, by = b.var("l.at", instant), b.var("l.by", ID)
    conditions = (
        b.le(now, due),
        b.or_(b.not_(b.given("from")), b.le(b.var("from", instant), now)),
        b.and_(b.given("log"), b.each("any", "log", "l", b.and_(b.lt(at, now), b.eq(by, actor)))),
        b.or_(b.not_(b.given("@now")), b.eq(b.var("@grade", grade), b.const(grade, "HIGH")), b.lt(due, now)),
        b.or_(b.given("log"), b.lt(b.var("@count", inputs[3].type), b.const(inputs[3].type, 5))),
    )  # fmt: skip
    rules = tuple(
        Rule(f"Timed/rule_{i}", e, f"rule {i}", ("T-1",)[:i], event=i != 1) for i, e in enumerate(conditions)
    )
    return Guard("Timed_v1_0_0", "Timed", "Now", (root, many), rules, ("T-1",), inputs=inputs)


def constants(guard: Guard) -> dict[str, list[Any]]:
    """The constants of a guard's conditions, by sort: values where decisions turn."""
    out: dict[str, list[Any]] = {}
    for rule in guard.rules:
        for n in walk(rule.condition):
            if n.kind == "const":
                out.setdefault(n.type.sort, []).append(n.value)
    return out


def value(r: Random, f: Field, known: dict[str, list[Any]], strange: float) -> Any:
    """A raw value for a field; with probability `strange` one that no lawful record has."""
    t = f.type
    if f.optional and r.random() < 0.25:
        return None
    if r.random() < strange:
        return r.choice([None, t.lo - 1, t.hi + 1, 10**30, "REM", "", True, 1.5, (), float("nan"), object()])
    if t.sort == "bool":
        return r.random() < 0.5
    if t.sort == "int":
        near = [c + d for c in known.get("int", []) for d in (-1, 0, 1) if t.lo <= c + d <= t.hi]
        return r.choice(
            [t.lo, t.hi, r.randint(t.lo, t.hi), *(near or [t.lo]), min(t.hi, t.lo + r.randint(0, 9))]
        )
    if t.sort == "enum":
        return r.choice(t.labels)
    return r.choice(KEYS if t.sort == "id" else TEXTS)


DAY = 86_400_000_000
# One lawful environment for each guard of the library that random values seldom satisfy.
LAWFUL: dict[str, dict[str, Any]] = {
    "StudyGuard": {
        "rem_sleep_allowed": False, "title": "calm", "rem_policy": KEYS[0], "rem_policy.rem_excluded": True,
    },
    "SessionGuard": {
        "rem_flag": False, "purpose": "calm", "started_at": 9, "study": KEYS[0], "study.rem_sleep_allowed": False,
        "study.title": "tremor in remission", "study.rem_policy": KEYS[1], "study.rem_policy.rem_excluded": True,
        "study.rem_policy.effective_from": 9, "study.rem_policy.effective_to": 10,
    },
    "Timed": {
        "due": 9, "from": None, "now": 9, "@now": 8, "@actor": KEYS[1], "@grade": "HIGH", "@count": 3, "log": ({"at": 7, "by": KEYS[1]},),
    },
    "JoinGuard": {
        "joined_at": 40 * DAY, "device": KEYS[0], "device.family": KEYS[1], "session": KEYS[0],
        "session.started_at": 40 * DAY,
        "device.family.profiles": (
            {"id": KEYS[0], "max_interval_days": 30, "max_rms_mm": 500, "max_bias_pct": None, "max_cv_pct": None},
            {"id": KEYS[1], "max_interval_days": 3650, "max_rms_mm": None, "max_bias_pct": 5, "max_cv_pct": 7},
        ),
        "device.calibrations": tuple(
            {
                "profile": KEYS[i % 2], "performed_at": 10 * DAY + i // 2, "result": "PASSED" if i else "FAILED",
                "rms_mm": 500, "bias_pct": 5, "cv_pct": 7, "certificate": KEYS[i % 3],
                "certificate.valid_from": 40 * DAY, "certificate.valid_to": 40 * DAY + 1,
            }
            for i in range(4)
        ),
    },
}  # fmt: skip


def environment(guard: Guard, r: Random, strange: float = 0.0, missing: float = 0.1) -> dict[str, Any]:
    """A random environment as references and relations can bind it: nothing inside what is missing.

    Half of those of a guard in `LAWFUL` are the lawful one with at most three values changed.
    """
    env = scattered(guard, r, strange, missing)
    lawful = LAWFUL.get(guard.name)
    if lawful is None or r.random() < 0.5:
        return env
    mixed = dict(lawful)
    for name in r.sample(sorted(lawful), r.randint(0, 2)):
        if isinstance(lawful[name], tuple):
            items = list(lawful[name])
            others = env.get(name) or ()
            for key, found in [(k, v) for item in others for k, v in item.items() if r.random() < 0.2][:2]:
                at = r.randrange(len(items))
                items[at] = closed({**items[at], key: found})
            if r.random() < 0.2:
                items.pop(r.randrange(len(items)))
            mixed[name] = tuple(items)
        elif name in env:
            mixed[name] = env[name]
    return closed(mixed if r.random() < 0.5 else nudged(mixed, r))


def nudged(env: dict[str, Any], r: Random) -> dict[str, Any]:
    """`env` with one number moved by one: to the other side of whatever it stands at."""
    counts = [k for k, v in env.items() if type(v) is int or (isinstance(v, tuple) and v)]
    if not counts:
        return env
    name = r.choice(sorted(counts))
    found = env[name]
    if not isinstance(found, tuple):
        return {**env, name: found + r.choice([-1, 1])}
    at = r.randrange(len(found))
    return {**env, name: (*found[:at], nudged(found[at], r), *found[at + 1 :])}


def closed(env: dict[str, Any]) -> dict[str, Any]:
    """`env` without what lies inside a record that is missing."""
    gone = [k for k, v in env.items() if v is None]
    return {k: v for k, v in env.items() if not any(k.startswith(g + ".") for g in gone)}


def scattered(guard: Guard, r: Random, strange: float, missing: float) -> dict[str, Any]:
    known = constants(guard)
    env: dict[str, Any] = {}
    # One base instant for a whole environment, so that times meet.
    base = r.randint(0, 10**6)

    def fill(record: Record, into: dict[str, Any], prefix: str) -> None:
        for f in record.fields:
            found = value(r, f, known, strange)
            if f.type.unit.kind == "instant" and type(found) is int and r.random() < 0.9:
                found = base + r.choice([0, 1, 2, 86_400_000_000, 86_400_000_000 * 30])
            into[prefix + f.name] = found
        if record.how == "ref" and any(f.name == record.key for f in record.fields):
            into[prefix + record.key] = into[prefix.removesuffix(".")]

    def elements(record: Record) -> tuple[dict[str, Any], ...]:
        out = []
        for _ in range(r.randint(0, min(record.maximum, 3))):
            item: dict[str, Any] = {}
            fill(record, item, "")
            for inner in guard.records:
                relative = inner.path[len(record.path) + 1 :]
                if inner.how == "ref" and inner.path.startswith(record.path + "."):
                    parent = relative.rpartition(".")[0]
                    there = (not parent or item.get(parent) is not None) and r.random() >= missing
                    item[relative] = r.choice(KEYS) if there else None
                    if there:
                        fill(inner, item, relative + ".")
            out.append(item)
        return tuple(out)

    for f in guard.inputs:
        env[f.name] = value(r, f, known, strange)
        if r.random() < strange:
            env.pop(f.name)
    for record in guard.records:
        if record.how == "root":
            fill(record, env, "")
        elif inside(record, guard.records) is None or record.how == "many":
            parent = next(p for p in guard.records if p.path == record.parent)
            there = (parent.how == "root" or env.get(record.parent) is not None) and r.random() >= missing
            if record.how == "many":
                # An owner without a lawful key has no elements that could refer back to it.
                key = env.get(parent.variable(parent.key), "")
                there = there and type(key) is str
                env[record.path] = elements(record) if there else None
            else:
                env[record.path] = r.choice(KEYS) if there else None
                if there:
                    fill(record, env, record.variable(""))
    return env


def conditions(guard: Guard) -> list[Expr]:
    return [rule.condition for rule in guard.rules]
