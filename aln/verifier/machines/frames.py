"""A machine's ticks as Z3 constants: each value of tick t is named `name@t`, parameters keep their names.

What is known of a value comes by name, and with it all that the value is computed from, in this tick and in those
before: a question is told its cone of influence and no more. Parameters and inputs have their domains as facts: `init`
refuses and the boundary blanks what lies outside. States and definitions are unbounded integers: that they stay in
range is proved, never assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from aln.core.ir import Expr, Field, Machine, Type, walk
from aln.core.slice import reads
from aln.verifier.context import Z3
from aln.verifier.encode import Encoder
from aln.verifier.machines import samples
from aln.verifier.machines.whole import formulas
from aln.verifier.obligation import Scope

if TYPE_CHECKING:
    from aln.verifier.machines.candidates import Candidate

Place = tuple[Iterable[str], int]
"""Names, and the tick in which they are meant."""


def _products(machine: Machine, all_: Iterable[Expr]) -> dict[Expr, str]:
    """The products, named, of two values of which one is a sum of a window."""
    sums = {f.name for w in machine.windows for f in w.fields}
    found: dict[Expr, str] = {}
    for formula in all_ if sums else ():
        for e in walk(formula):
            if e.kind != "op" or e.name != "mul" or any(a.kind == "const" for a in e.args):
                continue
            if any(x.name in sums for a in e.args for x in walk(a) if x.kind == "var"):
                found.setdefault(e, f"product.{len(found)}")
    return found


class Tick(Encoder):
    """The names of one tick, made when first read. `facts` says what is known of each by the others of this tick."""

    def __init__(self, system: System, t: int) -> None:
        super().__init__(Scope(), {}, (), system.z3)
        self.system, self.t = system, t
        known = system.parameters
        self.terms, self.literals = known.terms, known.literals
        self.bound.update(known.bound)
        self.types.update(known.types)
        self._facts: dict[str, list[Any]] = {}

    def facts(self, name: str) -> list[Any]:
        """What is known of a value: the domain of an input, the equation of a definition, what a window can hold."""
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = self._known(name)
        return found

    def _known(self, name: str) -> list[Any]:
        system = self.system
        if name in system.definitions:
            return [self.value_of(name) == self.expr(system.definitions[name])]
        if name in system.windows:
            return samples.seen(self, system.windows[name])
        if name in system.inputs:
            # INVARIANT: what a field adds to the domain is about that field.
            at, before = f"{name}@{self.t}", len(self.domain)
            field = system.inputs[name]
            self.field(at, Field(at, field.type, field.optional), self.z3.BoolVal(True))
            return self.domain[before:]
        if name in system.named:
            value, ty = self.value_of(name), system.named[name].type
            return [value >= ty.lo, value <= ty.hi]
        return []

    def expr(self, e: Expr, names: Mapping[str, str] | None = None) -> Any:
        """A product of sums of a window is a number of its own: what it is a product of is said by `history` alone,
        since no inductive argument about a detector needs it, and no solver is good at it."""
        product = self.system.products.get(e) if e.kind == "op" and e.name == "mul" else None
        return self.value_of(product) if product is not None else super().expr(e, names)

    def _resolve(self, name: str, names: Mapping[str, str]) -> str:
        if name in self.system.parameters.bound:
            return name
        at = f"{name}@{self.t}"
        if at not in self.bound:
            if name in self.system.inputs:
                self.facts(name)
            else:
                self.types[at] = self.system.types[name]
                self.bound[at] = (self.z3.BoolVal(True), self.constant(at, self.types[at]))
        return at

    def value_of(self, name: str) -> Any:
        """The Z3 constant of a value of this tick."""
        return self.bound[self._resolve(name, {})][1]


class System:
    """The ticks of one machine, made when first asked for, and what is known of their values."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.formulas = formulas(machine)
        self.products = _products(machine, self.formulas)
        self.named = {name: e for e, name in self.products.items()}
        self.inputs = {f.name: f for f in machine.inputs}
        self.states = {s.name: s for s in machine.states}
        self.windows = {w.name: w for w in machine.windows}
        self.definitions = {d.name: d.value for d in machine.definitions}
        self.types: dict[str, Type] = {
            **{s.name: s.type for s in machine.states},
            **{f.name: f.type for w in machine.windows for f in w.fields},
            **{d.name: d.value.type for d in machine.definitions},
            **{name: e.type for name, e in self.named.items()},
        }
        # INVARIANT: what is asked of a machine costs the same whatever was asked of others before.
        self.z3 = Z3()
        self.parameters = Encoder(Scope(fields=machine.parameters), {}, self.formulas, self.z3)
        self.valid = [
            *self.parameters.domain,
            *(self.parameters.expr(r.condition) for r in machine.assumption),
        ]
        self.ticks: list[Tick] = []
        self._reads: dict[Expr, frozenset[str]] = {}
        self._beside: dict[str, frozenset[str]] = {}
        self._links: dict[tuple[str, int, bool], list[Any]] = {}
        self._placed: dict[tuple[Candidate, int], Any] = {}
        everything = (*self.inputs, *self.states, *self.windows, *self.types)
        self._order = {name: n for n, name in enumerate(dict.fromkeys(everything))}

    def tick(self, t: int) -> Tick:
        while len(self.ticks) <= t:
            self.ticks.append(Tick(self, len(self.ticks)))
        return self.ticks[t]

    # ── candidates ───────────────────────────────────────────────────────────────────────────────────────────

    def at(self, c: Candidate, t: int) -> Any:
        """The candidate in tick t, as a Z3 formula."""
        found = self._placed.get((c, t))
        if found is None:
            encoder = self.parameters if c.role == "initial" else self.tick(t)
            parts = [encoder.expr(c.given)]
            if c.value is not None:
                parts.append(encoder.within(c.type, encoder.expr(c.value)))
            found = self._placed[c, t] = parts[0] if len(parts) == 1 else self.z3.And(*parts)
        return found

    def names_of(self, c: Candidate) -> frozenset[str]:
        """The values that a candidate speaks of."""
        return self.names(c.given) if c.value is None else self.names(c.given, c.value)

    # ── who depends on whom ──────────────────────────────────────────────────────────────────────────────────

    def names(self, *exprs: Expr) -> frozenset[str]:
        """The values that expressions read, products of sums among them."""
        out: frozenset[str] = frozenset()
        for e in exprs:
            found = self._reads.get(e)
            if found is None:
                products = {self.products[x] for x in walk(e) if x in self.products} if self.products else ()
                found = self._reads[e] = reads(e).union(products)
            out |= found
        return out

    def beside(self, name: str) -> frozenset[str]:
        """The values of the same tick that the facts about `name` speak of."""
        found = self._beside.get(name)
        if found is None:
            found = self._beside[name] = self._spoken_of(name)
        return found

    def _spoken_of(self, name: str) -> frozenset[str]:
        if name in self.definitions:
            return self.names(self.definitions[name])
        if name in self.named:
            return self.names(*self.named[name].args)
        if name in self.windows:
            w = self.windows[name]
            return self.names(w.given, w.value).union(f.name for f in w.fields)
        return frozenset(w.name for w in self.windows.values() if any(f.name == name for f in w.fields))

    def ago(self, name: str) -> str:
        """The value of the tick before that `name` follows from; empty where there is none."""
        return self.states[name].next if name in self.states else name if name in self.windows else ""

    # ── facts ────────────────────────────────────────────────────────────────────────────────────────────────

    def facts(
        self, places: Iterable[Place], *, start: bool, have: set[tuple[str, int]] | None = None
    ) -> list[Any]:
        """All that is known of these values, and of what they depend on since tick 0: before which there is nothing
        (`start`), or any state whatever. Without what there is already in `have`, which grows."""
        have = set() if have is None else have
        todo = [(name, t) for names, t in places for name in names]
        new: list[tuple[int, int, str]] = []
        while todo:
            name, t = todo.pop()
            if (name, t) in have or name not in self._order:
                continue
            have.add((name, t))
            new.append((t, self._order[name], name))
            todo += [(other, t) for other in self.beside(name)]
            if t and self.ago(name):
                todo.append((self.ago(name), t - 1))
        out = []
        for t, _, name in sorted(new):
            out += self.tick(t).facts(name)
            if self.ago(name):
                out += self.link(name, t, start)
        return out

    def link(self, name: str, t: int, start: bool) -> list[Any]:
        """How a state or window of tick t follows from the tick before, or from nothing."""
        key = name, t, start
        found = self._links.get(key)
        if found is None:
            found = self._links[key] = self._link(name, t, start)
        return found

    def _link(self, name: str, t: int, start: bool) -> list[Any]:
        if not t and not start:
            return []
        here = self.tick(t)
        if name in self.windows:
            return samples.slid(self.windows[name], here, self.tick(t - 1) if t else None)
        state = self.states[name]
        before = self.tick(t - 1).value_of(state.next) if t else self.parameters.expr(state.initial)
        return [here.value_of(name) == before]

    # ── exact windows ────────────────────────────────────────────────────────────────────────────────────────

    def history(self, values: Iterable[tuple[str, int]]) -> list[Any] | None:
        """In a run from the start: which samples the windows among these values (each in its tick) hold, and what
        products of their sums are. None where a window may have dropped a sample for a newer one: no run is exact then.
        """
        out = []
        for name, t in sorted(values, key=lambda v: (v[1], v[0])):
            if name in self.windows:
                window = self.windows[name]
                ticks = [self.tick(i) for i in range(max(0, t + 1 - window.ticks), t + 1)]
                if len(ticks) > window.samples:
                    return None
                out += samples.held(window, ticks)
            elif name in self.named:
                out += self.product(name, t)
        return out

    def product(self, name: str, t: int) -> list[Any]:
        """What a product of sums of a window is a product of."""
        here = self.tick(t)
        a, b = (here.expr(x) for x in self.named[name].args)
        return [here.value_of(name) == a * b]

    # ── models ───────────────────────────────────────────────────────────────────────────────────────────────

    def read(self, model: Any, last: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The parameters and the inputs of ticks 0..last in a model, as raw values; an input that no fact speaks of is
        missing, or its type's default where it may not be."""
        parameters = {f.name: self.parameters.raw(model, f.name) for f in self.machine.parameters}
        inputs = [
            {f.name: self._input(model, f, self.tick(t)) for f in self.machine.inputs}
            for t in range(last + 1)
        ]
        return parameters, inputs

    def _input(self, model: Any, field: Field, tick: Tick) -> Any:
        at = f"{field.name}@{tick.t}"
        if at in tick.bound:
            return tick.raw(model, at)
        return None if field.optional else field.type.default()
