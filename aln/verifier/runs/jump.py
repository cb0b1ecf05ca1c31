"""How far a machine goes on along the same line, with inputs that repeat: numbers move by as much in each period, the
tests say the same, windows fill with the same samples.

Takes: a few periods that were seen. Gives: the state so many periods later. Never: certainty that no tick on the way
is otherwise; it looks at the ends, near and far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aln.verifier.runs.probe import Probe
from aln.verifier.runs.steps import Row, Windows

SAMPLES = 64
"""As many samples of a window cost as much as a tick."""


@dataclass(slots=True)
class Period:
    """What each tick of a period was given, said, and told of the goals; what it fed each window."""

    inputs: Sequence[Row]
    said: Sequence[Row]
    met: Sequence[Row]
    fed: Sequence[Row]


class Line:
    """The way on after the last of three states, a period apart."""

    def __init__(
        self, probe: Probe, fixed: Row, marks: Sequence[Row], windows: Windows, period: Period
    ) -> None:
        self.probe, self.fixed, self.windows, self.period = probe, fixed, windows, period
        first, middle, self.start = marks
        self.moves: list[int] | None = []
        for x, y, z in zip(first, middle, self.start, strict=True):
            steady = z - y == y - x if type(x) is int else x == y == z
            if not steady:
                self.moves = None
                break
            self.moves.append(z - y if type(x) is int else 0)
        self.full = self.moves is not None and all(
            a.content() == b.content() for a, b in zip(windows, self._fed(1), strict=True)
        )
        # Whether nothing changes any more.
        self.still = self.full and not any(self.moves or ())

    def _fed(self, times: int) -> Windows:
        """The windows so many periods later."""
        out = tuple(w.copy() for w in self.windows)
        for k, window in enumerate(out):
            window.advance([fed[k] for fed in self.period.fed], times)
            self.probe.left -= len(window.kept) // SAMPLES
        return out

    def state(self, times: int) -> Row:
        """The state so many periods later, if it goes on so."""
        return tuple(v + times * d if d else v for v, d in zip(self.start, self.moves or (), strict=True))

    def at(self, times: int) -> tuple[Row, Windows]:
        """The state and the windows so many periods later."""
        return self.state(times), self.windows if self.full else self._fed(times)

    def alike(self, times: int) -> bool:
        """Whether the period that begins so many periods later is like those before."""
        state, windows = self.at(times)
        if any(not s.type.holds(v) for s, v in zip(self.probe.states, state, strict=True)):
            return False
        windows = tuple(w.copy() for w in windows)
        period = self.period
        for inputs, said, met, fed in zip(period.inputs, period.said, period.met, period.fed, strict=True):
            self.probe.left -= 1
            state, *now, lawful = self.probe.tick(self.fixed, state, inputs, windows)
            if now != [said, met] or not lawful or fed != tuple(w.fed for w in windows):
                return False
        return state == self.state(times + 1)

    def far(self, most: int) -> int:
        """For how many periods it goes on so, at the most `most`: 0 where it does not."""
        far, step = 0, 4 if self.moves is not None else 0
        while step and far + step <= most and self.alike(far + step):
            far, step = far + step, 2 * step
        while step > 1:
            step //= 2
            if far + step <= most and self.alike(far + step):
                far += step
        return far
