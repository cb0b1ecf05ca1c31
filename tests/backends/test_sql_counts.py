"""A relation that is counted has a declared maximum, which stored rows do not have: PostgreSQL is refused."""

from __future__ import annotations

import pytest

from aln.backends import Header, Unsupported, target
from aln.pipeline import Source, core

TEXT = """
module Counted_v1_0_0 {{
    entity Owner {{ id : uuid key; items : many Item by owner up to 3; }}
    entity Item {{ id : uuid key; owner : ref Owner; ok : bool; }}
    policy P for Owner o {{ require {rule} because "too many"; }}
}}
"""
HEADER = Header("counted.aln", "Counted_v1_0_0", "", "", "")


@pytest.mark.parametrize(
    "rule",
    [
        "(count i in o.items) <= 3",
        "(count i in o.items where i.ok) >= 1",
        "(count i in o.items) <= 2 or true",
    ],
)
def test_a_count_of_stored_rows_is_unsupported_even_where_it_was_simplified_away(rule: str) -> None:
    """Three at most is true of every list a guard accepts, and false of four stored rows."""
    [guard] = core(Source("counted.aln", TEXT.format(rule=rule))).guards
    with pytest.raises(Unsupported, match="declared maximum"):
        target("sql").print_guard(guard, HEADER)
    assert "complete" in target("python").print_guard(guard, HEADER)


def test_quantifiers_over_stored_rows_need_no_maximum() -> None:
    """`all` and `any` mean the same of any number of rows."""
    [guard] = core(Source("counted.aln", TEXT.format(rule="all i in o.items : i.ok"))).guards
    assert "NOT EXISTS" in target("sql").print_guard(guard, HEADER)
