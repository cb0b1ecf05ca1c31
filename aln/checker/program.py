"""Modules that belong together: which uses which, which overlay lies over which, and the order to check them in.

Takes the trees of some files; gives each checked module, or for an overlay what is wrong with it. A module is checked
after those it uses and those that its bundles name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from aln.checker.check import CheckedModule, check
from aln.checker.model import suggestion
from aln.checker.overlay import lay
from aln.checker.rules.files import policy_ids
from aln.checker.walk import nodes
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

__all__ = ["check_all", "named"]


def named(module: t.Module) -> tuple[tuple[str, t.Node], ...]:
    """The modules that this one needs beside it, each with the place that names it."""
    out: list[tuple[str, t.Node]] = [(module.name, module)] if module.overlay else []
    for item in module.items:
        if isinstance(item, t.Use):
            out.append((item.module, item))
        elif isinstance(item, t.Bundle):
            out += [(name, m) for m in item.items if isinstance(m, t.Member) for name in m.modules]
    return tuple(out)


_UNREAD = ("ALN0120", "ALN0122", "ALN0129")
# What is not found in a text that was not read whole may stand in the part that was not.
_ABSENT = (
    *(
        "ALN0405",
        "ALN0413",
        "ALN0418",
        "ALN0419",
        "ALN0422",
        "ALN0426",
        "ALN0429",
        "ALN0432",
        "ALN0433",
        "ALN0454",
    ),
    *("ALN0460", "ALN0461", "ALN0463"),
)
_UNKNOWN = ("ALN0102", "ALN0203", "ALN0204", "ALN0205", "ALN0404")


class _Program:
    def __init__(self, modules: Sequence[t.Module], broken: Collection[str]) -> None:
        self.broken = broken
        self.found: dict[int, list[Diagnostic]] = {id(m): [] for m in modules}
        self.modules: dict[str, t.Module] = {}
        self.overlays: dict[str, t.Module] = {}
        self.checked: dict[str, CheckedModule] = {}
        for m in modules:
            table, what = (self.overlays, "overlay") if m.overlay else (self.modules, "module")
            if m.name in table:
                self.error(
                    m, "ALN0120", m, f"the {what} `{m.name}` is also declared in `{table[m.name].span.file}`",
                    "give one of them another name or version",
                )  # fmt: skip
            else:
                table[m.name] = m

    def first(self, m: t.Module) -> bool:
        """Whether no other file declared this module or overlay before."""
        return (self.overlays if m.overlay else self.modules)[m.name] is m

    def error(self, owner: t.Module, code: str, at: t.Node, message: str, help: str) -> None:
        self.found[id(owner)].append(Diagnostic(code, at.span, message, help))

    def check(self, name: str, trail: tuple[str, ...] = ()) -> CheckedModule | None:
        """The module of a name with all it needs; None when there is none, or when it needs itself."""
        if name in self.checked:
            return self.checked[name]
        module = self.modules.get(name)
        if module is None or name in trail:
            return None
        beside: dict[str, CheckedModule] = {}
        for other, at in named(module):
            found = self.check(other, (*trail, name))
            if found is not None:
                beside[other] = found
                if other != name and (other in self.broken or not self.sound(other)):
                    self.error(
                        module, "ALN0129", at, f"the module `{other}` has errors of its own",
                        f"mend `{found.module.span.file}` first",
                    )  # fmt: skip
            elif other == name or other in trail:
                self.error(
                    module, "ALN0122", at, f"`{name}` and `{other}` use each other" if other != name
                    else f"`{name}` uses itself", "move what they share to a module of its own",
                )  # fmt: skip
            else:
                self.error(
                    module, "ALN0120", at, f"there is no module `{other}` here",
                    suggestion(other, self.modules.keys() - {name}) or "name a module of this project, with its version",
                )  # fmt: skip
        whole = module
        if name in self.overlays:
            overlay = self.overlays[name]
            whole, faults = lay(module, overlay)
            self.found[id(overlay)] += faults
            if faults or name in self.broken:
                self.error(
                    module, "ALN0129", module, f"the overlay of `{name}` has errors",
                    f"mend `{overlay.span.file}` first",
                )  # fmt: skip
        checked = check(whole, beside)
        if any(d.code in _UNREAD for d in self.found[id(module)]):
            # What a missing module would have declared is not known here; one message says why.
            heard = tuple(d for d in checked.diagnostics if d.code not in _UNKNOWN)
            checked = replace(checked, diagnostics=heard)
        self.checked[name] = checked
        return checked

    def sound(self, name: str) -> bool:
        """Whether a module that was checked has no error, and needs none that has."""
        return self.checked[name].sound and not self.found[id(self.modules[name])]


def check_all(
    modules: Sequence[t.Module], broken: Collection[str] = ()
) -> tuple[tuple[CheckedModule | None, tuple[Diagnostic, ...]], ...]:
    """For each tree, in order: the checked module (None for an overlay) and its diagnostics in order of place.

    `broken` are the modules that did not parse whole: nothing may rest on them.
    """
    program = _Program(modules, broken)
    for m, fault in policy_ids([m for m in modules if program.first(m)]):
        program.found[id(m)].append(fault)
    for m in modules:
        if not m.overlay:
            program.check(m.name)
        elif m.name not in program.modules:
            program.error(
                m, "ALN0120", m, f"there is no module `{m.name}` for this overlay",
                suggestion(m.name, program.modules) or "check the overlay together with the 1.0 file of that name",
            )  # fmt: skip
    elsewhere = _named_elsewhere(program.checked.values())
    out: list[tuple[CheckedModule | None, tuple[Diagnostic, ...]]] = []
    for m in modules:
        checked = None if m.overlay or program.modules[m.name] is not m else program.checked.get(m.name)
        # What an overlay tells is found wrong where it stands, in its own file.
        told = program.overlays.get(m.name)
        whole = program.checked.get(m.name)
        own = [d for d in checked.diagnostics if d.span.file == m.span.file] if checked is not None else []
        if m.overlay and told is m and whole is not None and m.span.file != whole.module.span.file:
            own = [d for d in whole.diagnostics if d.span.file == m.span.file]
        used = elsewhere.get(m.name, set())
        own = [d for d in own if d.code != "ALN0413" or d.message.split("`")[1] not in used]
        if m.name in program.broken:
            own = [d for d in own if d.code not in _ABSENT]
        found = {*own, *program.found[id(m)]}
        out.append((checked, tuple(sorted(found, key=_place))))
    return tuple(out)


def _named_elsewhere(checked: Iterable[CheckedModule]) -> dict[str, set[str]]:
    """For each module the names that modules which use it speak of."""
    out: dict[str, set[str]] = {}
    for c in checked:
        if c.beside:
            said = {x.parts[0] for x in nodes(c.module) if isinstance(x, t.Path)}
            said |= {x.name for x in nodes(c.module) if isinstance(x, t.TypeName)}
            said |= {x.unit for x in nodes(c.module) if isinstance(x, t.Number | t.NumberType)}
            for used in _reached(c):
                out.setdefault(used, set()).update(said)
    return out


def _reached(c: CheckedModule) -> set[str]:
    return set(c.beside).union(*(_reached(other) for other in c.beside.values()))


def _place(d: Diagnostic) -> tuple[object, ...]:
    return (d.span, d.code, d.message)
