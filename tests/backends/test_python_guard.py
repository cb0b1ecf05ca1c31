"""The Python guard decides as core does, whatever it is given, and is a lawful module."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from aln.backends.interface import Unsupported
from aln.backends.python import PYTHON, read_header
from aln.backends.python.run import Emitted, load
from aln.core.evaluate import decide
from aln.core.ir import TEXT, Field, Guard
from tests.backends.python_guards import KEYS, LAWFUL, by_hand, environment, header, library, timed

GUARDS = {g.name: g for g in (*library()[0], *by_hand())}
SESSION = GUARDS["SessionGuard"]
JOIN = GUARDS["JoinGuard"]


def emitted(guard: Guard) -> Emitted:
    return Emitted(PYTHON.print_guard(guard, header(guard)), guard)


@pytest.mark.parametrize("name", GUARDS)
def test_decides_as_core(name: str) -> None:
    """`decide` names the fields and rules that core names, and `allows` agrees, on lawful and unlawful environments."""
    guard, r, seen = GUARDS[name], Random(7), Counter[str]()
    module = emitted(guard)
    for i in range(300):
        env = environment(guard, r, strange=(0, 0, 0.03, 0.1)[i % 4], missing=(0.02, 0.1)[i % 2])
        want = decide(guard, env)
        assert module.decide(env) == want, env
        assert module.allowed(env) == (want.allowed, want.allowed), env
        seen["allowed" if want.allowed else "invalid" if want.invalid else "failed"] += 1
    assert seen["allowed"]
    if guard.records[0].fields:
        assert seen["invalid"]
    if name in {g.name for g in library()[0]}:
        assert seen["failed"]


def rows(module: Emitted) -> tuple[dict[str, Any], list[Any]]:
    return module.names, module.arguments(LAWFUL[module.guard.name])


def test_reasons_carry_the_authors_words_and_links() -> None:
    """A failed rule is given with its id, its reason and what it traces to."""
    module = emitted(SESSION)
    found = module.names["decide"](*module.arguments({**LAWFUL["SessionGuard"], "rem_flag": True}))
    assert [tuple(reason) for reason in found.reasons] == [
        ("SessionGuard/the_session_is_flagged_rem", "the session is flagged REM", ("RC-REM-1",))
    ]


def test_another_record_than_the_one_referred_to_is_missing() -> None:
    """A study whose key is not the session's reference counts as no study."""
    module = emitted(SESSION)
    names, arguments = rows(module)
    assert names["allows"](*arguments)
    arguments[1].id = KEYS[2]
    assert not names["allows"](*arguments)
    assert "StudyGuard/the_study_allows_rem_sleep" in [x.rule for x in names["decide"](*arguments).reasons]


def test_a_list_that_is_incomplete_too_long_or_not_its_owners_is_missing() -> None:
    """Each of the three makes the list missing, so that the rules over it fail."""
    module = emitted(JOIN)
    names, lawful = rows(module)
    assert names["allows"](*lawful)
    at = lawful.index(next(a for a in lawful if isinstance(a, tuple) and isinstance(a[0], tuple)))
    assert names["allows"](*[*lawful[:at], list(lawful[at]), *lawful[at + 1 :]])
    assert not names["allows"](*[*lawful[: at + 1], False, *lawful[at + 2 :]])
    longer = [*lawful[:at], lawful[at] * 17, *lawful[at + 1 :]]
    assert not names["allows"](*longer)
    assert names["allows"](*[*lawful[:at], lawful[at] * 16, *lawful[at + 1 :]])
    lawful[at][3][0].device = KEYS[2]
    decision = names["decide"](*lawful)
    assert not decision.allowed and not decision.invalid and decision.reasons


@pytest.mark.parametrize("name", ["SessionGuard", "JoinGuard", "StudyGuard"])
def test_never_raises_and_denies_arguments_of_a_wrong_class(name: str) -> None:
    """Whatever stands in the place of an argument or of an attribute, the answer is a denial and no exception."""

    class Liar:
        """Claims to be equal to, and greater than, whatever it is compared with."""

        def __eq__(self, other: object) -> bool:
            return True

        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = None  # type: ignore[assignment]

    module = emitted(GUARDS[name])
    names, lawful = rows(module)
    assert names["allows"](*lawful)
    strange = [object(), 7, "x", [None], (1,), {}, Liar(), names["INVALID"], float("nan")]
    for at in range(len(lawful)):
        for value in strange:
            arguments = [*lawful[:at], value, *lawful[at + 1 :]]
            assert names["allows"](*arguments) is False
            found = names["decide"](*arguments)
            assert not found.allowed and (found.invalid or found.reasons)
        if type(lawful[at]) in (tuple, bool):
            continue
        for attribute in type(lawful[at]).__slots__:
            kept = getattr(lawful[at], attribute)
            for value in strange:
                if type(value) is type(kept):
                    continue
                setattr(lawful[at], attribute, value)
                assert names["allows"](*lawful) is False, (attribute, value)
                assert not names["decide"](*lawful).allowed
            delattr(lawful[at], attribute)
            assert names["allows"](*lawful) is False
            assert not names["decide"](*lawful).allowed
            setattr(lawful[at], attribute, kept)
    assert names["allows"](*lawful)


def test_conversion_accepts_the_grid_and_nothing_else() -> None:
    """Integers, decimals and floats at a grid point become its count; all else is INVALID, which is not None."""
    names = load(PYTHON.print_guard(GUARDS["ValidLimits"], header(GUARDS["ValidLimits"])))
    read, bad = names["read_limits"], names["INVALID"]

    def got(value: object) -> Any:
        return read({"min": value}).min

    assert [got(n / 1000) for n in range(2001)] == list(range(2001))
    assert [got(Decimal(n).scaleb(-3)) for n in range(2001)] == list(range(2001))
    assert (got(2), got(0), got(Decimal("1.50")), got(None)) == (2000, 0, 1500, None)
    for value in (
        "1", True, -1, 3, 2.001, -0.001, 0.0005, Decimal("0.0005"), Decimal("NaN"), Decimal("Infinity"),
        Decimal("1E+1000000"), Decimal("1E-1000000"), float("nan"), float("inf"), float("-inf"), 1e308, 5e-324 + 0.0001,
        [], {}, b"1", 10**400, object(),
    ):  # fmt: skip
        assert got(value) is bad, value
    # Within a millionth of a step of the grid, as computed floats are, and not beyond.
    assert got(0.3) == got(0.1 + 0.2) == 300
    assert got(0.3 + 2e-9) is bad
    assert read([]).min is bad and read(None).max is bad


def test_conversion_of_instants_texts_keys_and_flags() -> None:
    """Instants take an offset, keys are made canonical, and nothing of another class passes."""
    names = load(PYTHON.print_guard(SESSION, header(SESSION)))
    read, bad = names["read_session"], names["INVALID"]

    def instant(value: object) -> Any:
        return read({"started_at": value}).started_at

    assert instant("1970-01-01T00:00:01Z") == 1_000_000
    assert instant("1970-01-01T02:00:00.5+02:00") == 500_000
    assert (
        instant("2199-12-31T23:59:59.999999000Z") == 7_258_118_399_999_999 == instant(7_258_118_399_999_999)
    )
    for value in (
        "2026-01-01", "2026-01-01T00:00:00", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2026-02-30T00:00:00Z",
        "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.0000001Z", "2026-W01-1T00:00:00Z", "٢٠٢٦-01-01T00:00:00Z",
        "2026-01-01T00:00:00+25:00", "x", "", -1, True, 1.0, Decimal(1), b"",
    ):  # fmt: skip
        assert instant(value) is bad, value
    assert instant(None) is None
    assert read({"study": KEYS[0].upper()}).study == KEYS[0]
    assert read({"study": "0c0ffee0000040008000000000000001"}).study is bad
    assert read({"rem_flag": 0}).rem_flag is bad and read({"rem_flag": False}).rem_flag is False
    assert read({"purpose": b"x"}).purpose is bad and read({}).purpose is None


def test_the_header_is_read_back_and_names_no_time() -> None:
    """The origin that the text states is the one it was given."""
    assert read_header(PYTHON.print_guard(SESSION, header(SESSION))) == header(SESSION)
    assert PYTHON.print_guard(SESSION, header(SESSION)) == PYTHON.print_guard(SESSION, header(SESSION))


def test_a_value_that_may_be_missing_is_read_behind_its_default() -> None:
    """A read that nothing guards prints the default where the value is missing, and reads back the same."""
    guard = GUARDS["Odd2"]
    text = PYTHON.print_guard(guard, header(guard))
    assert "-5 if" not in text and "0 if class_ is None else class_" in text
    assert PYTHON.read_guard(text).guard.rules[0].condition is guard.rules[0].condition


def test_inputs_are_stated_by_keyword_and_denied_by_name() -> None:
    """An input that is not stated, or not of its domain, denies and is named; `read_inputs` converts as fields are."""
    guard = timed()
    module = emitted(guard)
    names = module.names
    record = names["read_now"]({"id": KEYS[0], "due": "1970-01-01T00:00:00.0005Z"})
    entry = names["read_entry"]({"thing": KEYS[0], "at": "1970-01-01T00:00:00.0001Z", "by": KEYS[1]})
    data = {"now": "1970-01-01T00:00:00.0004Z", "actor": KEYS[1].upper(), "grade": "HIGH", "count": 3}
    stated = names["read_inputs"](data)
    assert (stated.now, stated.actor) == (400, KEYS[1])
    known = dict(zip((a.name for a in module.layout.inputs), stated, strict=True))
    assert set(known) == {"now", "actor", "grade", "count_"}
    arguments = (record, (entry,), True)
    assert names["decide"](*arguments, **known) == names["ALLOWED"] and names["allows"](*arguments, **known)
    for field, name in zip(data, known, strict=True):
        for other in (
            {**known, name: None},
            {**known, name: names["INVALID"]},
            {k: v for k, v in known.items() if k != name},
        ):
            found = names["decide"](*arguments, **other)
            assert not found.allowed and found.invalid == (f"@{field}",)
            assert names["allows"](*arguments, **other) is False
        with pytest.raises(TypeError):
            names["allows"](*arguments, *known.values())
    assert names["read_inputs"]({"now": "yesterday"}).now is names["INVALID"]


def test_rules_of_acceptance_are_named() -> None:
    """The module tells which rules are judged at acceptance alone; one without such rules has no such table."""
    timed_text = PYTHON.print_guard(timed(), header(timed()))
    assert load(timed_text)["EVENT_RULES"] == tuple(f"Timed/rule_{i}" for i in (0, 2, 3, 4))
    assert "EVENT_RULES" not in PYTHON.print_guard(SESSION, header(SESSION))


def test_an_input_that_is_called_as_a_field_is_unsupported() -> None:
    """One name cannot stand for a field of the record and for what is stated beside it; `@now` and `now` are two."""
    guard = replace(timed(), inputs=(*timed().inputs, Field("due", TEXT)))
    with pytest.raises(Unsupported, match="as no field"):
        PYTHON.print_guard(guard, header(guard))


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("emitted")
    for guard in GUARDS.values():
        (folder / f"{guard.name.lower()}.py").write_text(
            PYTHON.print_guard(guard, header(guard)), encoding="ascii"
        )
    for machine in library()[1]:
        text = PYTHON.print_machine(machine, header(machine))
        (folder / f"{machine.name.lower()}.py").write_text(text, encoding="ascii")
    return folder


@pytest.mark.parametrize(
    "tool",
    [
        ("mypy", "--strict", "--python-version", "3.11"),
        (
            "ruff",
            "check",
            "--isolated",
            "--target-version",
            "py311",
            "--select",
            "E,F,W,I,B,UP,SIM,RUF,PIE,RET,C4",
        ),
    ],
)
def test_emitted_modules_pass_the_linters(tool: tuple[str, ...], modules: Path) -> None:
    """Every module is typed strictly and linted clean."""
    command = shutil.which(tool[0], path=str(Path(sys.executable).parent)) or shutil.which(tool[0])
    if command is None:
        pytest.skip(f"`{tool[0]}` is not installed")
    more = ("--cache-dir", str(modules / "cache")) if tool[0] == "mypy" else ("--no-cache",)
    files = sorted(map(str, modules.glob("*.py")))
    ran = subprocess.run([command, *tool[1:], *more, *files], capture_output=True, text=True, cwd=modules)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
