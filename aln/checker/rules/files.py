"""Rules about all files of a run: a policy id names one policy, and its version one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aln.checker.registry import finding
from aln.checker.typed import parse_uuid
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

__all__ = ["policy_ids"]


def policy_ids(modules: Sequence[t.Module]) -> Iterator[tuple[t.Module, Diagnostic]]:
    """Two policies of one id, and two modules that are one version of a policy; each told of the later file."""
    first: dict[str, tuple[str, str]] = {}
    versions: dict[tuple[str, str], tuple[str, str]] = {}
    for module in sorted(modules, key=lambda m: (m.span.file, m.name)):
        written = {c.name: c.value for i in module.items if isinstance(i, t.Constants) for c in i.items}
        policy_id, version = written.get("POLICY_ID"), written.get("POLICY_VERSION")
        if module.overlay or not isinstance(policy_id, t.String) or parse_uuid(policy_id.value) is None:
            continue
        key, name = policy_id.value.lower(), module.name.partition("_v")[0]
        other, file = first.setdefault(key, (name, module.span.file))
        if other != name:
            says = f"the policy id of `{module.name}` is that of `{other}` in `{file}`"
            yield module, finding("ALN0441", policy_id.span, says, "give each policy an id of its own")
        if isinstance(version, t.String):
            other, file = versions.setdefault((key, version.value), (module.name, module.span.file))
            if other != module.name:
                says = f"`{other}` in `{file}` is version `{version.value}` of this policy too"
                help_ = "give the changed text a version of its own"
                yield module, finding("ALN0442", version.span, says, help_)
