"""What may follow a mode is never fewer than what does; a picture of modes misses no transition."""

from __future__ import annotations

from aln.core import build as b
from aln.core.ir import BOOL, Definition, Field, Machine, State, Type
from aln.simulate.parameters import drawn
from aln.simulate.transitions import modes, possible, seen
from tests.backends.python_guards import library

MODE = Type("enum", name="Mode", labels=("off", "on", "held", "lost"))


def machine() -> Machine:
    """off → on while asked; on → held and back by a flag that is decided apart; nothing leads to lost."""
    at, ask, flag = b.var("mode", MODE), b.var("ask", BOOL), b.var("flag", BOOL)
    asked = b.and_(b.given("ask"), ask)
    off, on, held = (b.const(MODE, x) for x in MODE.labels[:3])
    after = b.ite(
        b.eq(at, off), b.ite(flag, on, off), b.ite(b.eq(at, on), b.ite(flag, held, on), b.ite(flag, held, on))
    )
    definitions = (Definition("flag", asked), Definition("mode.next", after))
    return Machine("M", "M", 1, (), "", "", (), (Field("ask", BOOL, True),), (State("mode", MODE, off, "mode.next"),),
                   definitions, (), (), ())  # fmt: skip


def test_possible_transitions_are_exact_where_values_are_few() -> None:
    """Each branch is followed under its own condition, and a mode that nothing leads to is reached by nothing."""
    found = possible(machine(), modes(machine())[0])
    assert found == {
        "off": ("off", "on"),
        "on": ("on", "held"),
        "held": ("on", "held"),
        "lost": ("on", "held"),
    }


def test_what_is_seen_is_possible() -> None:
    """On the library's machines no run takes a transition that was called impossible."""
    looked = 0
    for m in [machine(), *library()[1]]:
        for state in modes(m):
            may = possible(m, state)
            taken = seen(m, state, drawn(m, 0), 60)
            assert taken and all(b_ in may[a] for a, b_ in taken), (m.name, state.name)
            looked += len(taken)
    assert looked >= 5
