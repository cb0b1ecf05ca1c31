"""The rules of the rule book: what types allow and judgement does not.

Takes a `CheckedModule`; gives diagnostics. Each rule is a pure function of the module; none looks at what another
found, and none stops at a declaration that the checker already refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from aln.checker.rules import (
    access,
    bounds,
    declarations,
    dialect,
    expressions,
    graph,
    links,
    machine,
    policy,
    records,
    rows,
    wording,
)
from aln.checker.waivers import faults
from aln.diagnostics import Diagnostic

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

__all__ = ["RULES", "run_rules"]

# The rules, with the codes each can report.
RULES: dict[Callable[[CheckedModule], Iterator[Diagnostic]], tuple[str, ...]] = {
    policy.missing_always_denies: ("ALN0401",),
    policy.no_words: ("ALN0403",),
    policy.said_twice: ("ALN0411", "ALN0424"),
    policy.claims: ("ALN0419", "ALN0432"),
    policy.no_rule: ("ALN0433",),
    expressions.never_missing: ("ALN0402",),
    expressions.decided: ("ALN0412",),
    expressions.text_with_text: ("ALN0415",),
    expressions.nested_relation: ("ALN0417",),
    links.unknown_id: ("ALN0404",),
    links.untraced: ("ALN0405",),
    links.controls: ("ALN0420", "ALN0421"),
    declarations.unused: ("ALN0413",),
    declarations.identity: ("ALN0414", "ALN0426", "ALN0427"),
    declarations.digits_in_terms: ("ALN0416",),
    declarations.names_alike: ("ALN0425",),
    dialect.numbers_without_range: ("ALN0406",),
    dialect.refuses_other_classes: ("ALN0407",),
    dialect.one_entity: ("ALN0408",),
    dialect.operations: ("ALN0409", "ALN0422"),
    records.row_without_field: ("ALN0410",),
    records.out_of_range: ("ALN0423",),
    machine.without_claim: ("ALN0418", "ALN0429"),
    machine.timer_of_nothing: ("ALN0430",),
    machine.same_tick_cycle: ("ALN0431",),
    faults: ("ALN0434",),
    bounds.double_negation: ("ALN0437",),
    bounds.operand_twice: ("ALN0456",),
    bounds.contradicting_bounds: ("ALN0457", "ALN0458"),
    bounds.refuses_other_labels: ("ALN0447",),
    wording.unit_in_a_name: ("ALN0438",),
    wording.fractional_days: ("ALN0439",),
    wording.terms: ("ALN0440", "ALN0459"),
    wording.reason_of_another_field: ("ALN0443",),
    wording.tests: ("ALN0444", "ALN0460", "ALN0461"),
    access.tables_of_two: ("ALN0445",),
    access.events_of_stored_fields: ("ALN0446",),
    access.labels_alike: ("ALN0448",),
    access.idle_listings: ("ALN0454",),
    access.grants_twice: ("ALN0462",),
    access.operations_twice: ("ALN0101",),
    access.bodies: ("ALN0465",),
    access.idle_uses: ("ALN0463",),
    access.now_for_equal: ("ALN0464",),
    graph.unknown_nodes: ("ALN0449",),
    graph.reached: ("ALN0450", "ALN0453"),
    graph.names_twice: ("ALN0451", "ALN0452"),
    rows.row_refused: ("ALN0455",),
    machine.before_its_time: ("ALN0306",),
}


def run_rules(checked: CheckedModule) -> list[Diagnostic]:
    """Every finding of every rule, in no particular order."""
    return [found for rule in RULES for found in rule(checked)]
