"""Modules together: what one uses of another, what lies over a 1.0 module, and what is deployed with what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from aln import pipeline
from aln.core.evaluate import decide
from aln.core.ir import CoreModule, Guard
from aln.lower.module import lower
from aln.pipeline import Source
from aln.verifier.obligation import Budget, Verdict

RECORDS = """module Records_v1_0_0 {
    constants { LIMIT : 3; }
    unit drops = "/min";
    enum Kind { RELAX; REM_MODULATION; }
    lexicon Terms { "rem"; }
    entity Session stored as "xr_session" {
        id : uuid key; flag : bool; level : int in 0 .. 10; kind : Kind; title : text;
    }
    policy Low for Session x { require x.level <= LIMIT because "too high"; }
}"""


@dataclass
class Project:
    """Some modules together: what is wrong with them, and what they mean."""

    fronts: tuple[pipeline.Front, ...]
    names: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, *texts: str) -> Project:
        return cls(pipeline.fronts([Source(f"{i}.aln", text) for i, text in enumerate(texts)]))

    @property
    def errors(self) -> list[tuple[str, str]]:
        return [(d.code, d.message) for _, found in self.fronts for d in found if d.severity == "error"]

    def codes(self, at: int) -> set[str]:
        return {d.code for d in self.fronts[at][1] if d.severity == "error"}

    def core(self, at: int = -1) -> CoreModule:
        assert self.errors == []
        checked = self.fronts[at][0]
        assert checked is not None
        return lower(checked)

    def verdicts(self, at: int = -1) -> dict[str, Verdict]:
        found = pipeline.proofs(self.core(at), Budget(second_opinion=False))
        return {v.obligation.id.split("/", 1)[1]: v for v in found}


def module(body: str, name: str = "M_v1_0_0", use: str = "use Records_v1_0_0;") -> str:
    return f"module {name} {{ {use} {body} }}"


def guard(core: CoreModule, name: str) -> Guard:
    return next(g for g in core.guards if g.name == name)


SESSION: dict[str, Any] = {"id": "x", "flag": False, "level": 3, "kind": "RELAX", "title": "Calm"}


# ── use ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_declaration_of_a_used_module_is_visible() -> None:
    """Entities, enums, lexicons, units, constants and policies, also through a module that uses it."""
    middle = module("", "Middle_v1_0_0")
    last = module(
        "type Drip = decimal drops in 0 .. 10 by 1;"
        'policy P for Session s { include Low(s); require s.kind == RELAX because "k"; '
        'forbid mentions(s.title, Terms) because "t"; require s.level < LIMIT because "l"; }',
        "Last_v1_0_0",
        "use Middle_v1_0_0;",
    )
    core = Project.of(last, middle, RECORDS).core(0)
    assert [r.because for r in guard(core, "P").rules] == ["too high", "k", "t", "l"]


def test_a_used_policy_keeps_its_own_constants() -> None:
    """A constant of the using module never changes what a used policy says."""
    core = Project.of(
        RECORDS, module("constants { LIMIT : 9; } policy P for Session s { include Low(s); }")
    ).core()
    assert not decide(guard(core, "P"), {**SESSION, "level": 4}).allowed
    assert decide(guard(core, "P"), SESSION).allowed


def test_a_label_of_a_used_policy_is_not_a_constant_of_the_user() -> None:
    """A using module may call a constant as an enum calls a label."""
    used = RECORDS.replace("x.level <= LIMIT", "x.kind == RELAX")
    core = Project.of(
        used, module('constants { RELAX : "REM_MODULATION"; } policy P for Session s { include Low(s); }')
    ).core()
    assert decide(guard(core, "P"), SESSION).allowed
    assert not decide(guard(core, "P"), {**SESSION, "kind": "REM_MODULATION"}).allowed


@pytest.mark.parametrize(
    "own",
    [
        "entity Session { id : uuid key; }",
        "enum Kind { RELAX; }",
        'lexicon Terms { "r e m"; }',
        'policy Low for Session y { require y.flag because "f"; }',
        'unit drops = "/s";',
    ],
)
def test_a_name_that_is_used_is_not_declared_again(own: str) -> None:
    """Two entities of one name would be two things that look like one."""
    assert Project.of(RECORDS, module(own)).codes(1) == {"ALN0121"}


def test_two_used_modules_may_not_disagree() -> None:
    """One name, one meaning: the module that uses both is refused."""
    other = "module Other_v1_0_0 { entity Session { id : uuid key; } }"
    found = Project.of(RECORDS, other, module("", use="use Records_v1_0_0; use Other_v1_0_0;"))
    assert found.codes(2) == {"ALN0121"}


def test_a_constant_of_two_modules_has_no_meaning() -> None:
    """Each module has a POLICY_ID; one that reads a constant which two used modules give is told."""
    other = "module Other_v1_0_0 { constants { LIMIT : 4; } }"
    both = "use Records_v1_0_0; use Other_v1_0_0;"
    assert Project.of(RECORDS, other, module("", use=both)).errors == []
    reads = 'policy P for Session s { require s.level <= LIMIT because "l"; }'
    assert Project.of(RECORDS, other, module(reads, use=both)).codes(2) == {"ALN0203"}


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ((module("", use="use Nowhere_v1_0_0;"),), {"ALN0120"}),
        ((module("", use="use M_v1_0_0;"),), {"ALN0122"}),
        ((module("", use="use N_v1_0_0;"), module("", "N_v1_0_0", "use M_v1_0_0;")), {"ALN0122"}),
        ((module("", use="use N_v1_0_0;"), 'module N_v1_0_0 { unit u = "nonsense"; }'), {"ALN0129"}),
        ((module("", use="use N_v1_0_0;"), "module N_v1_0_0 { entity }"), {"ALN0129"}),
        ((module("", use=""), module("", use="")), {"ALN0120"}),
        (("overlay Sample_v1_0_0 { }",), {"ALN0120"}),
    ],
)
def test_modules_that_do_not_fit_together(texts: tuple[str, ...], codes: set[str]) -> None:
    """Missing, circular, faulty and doubled modules are named where they are used, without further noise."""
    found = Project.of(*texts)
    assert codes <= set.union(*(found.codes(i) for i in range(len(texts))))
    if len(texts) == 1:
        assert found.codes(0) == codes


def test_a_fault_two_uses_away_is_seen() -> None:
    """A module that rests on a module that rests on a faulty one rests on nothing."""
    faulty = 'module Base_v1_0_0 { unit u = "nonsense"; }'
    middle = module("", "Middle_v1_0_0", "use Base_v1_0_0;")
    assert Project.of(module("", use="use Middle_v1_0_0;"), middle, faulty).codes(0) == {"ALN0129"}


# ── overlays ─────────────────────────────────────────────────────────────────────────────────────────────────

OLD = """module Sample_v1_0_0 {
    constants { MAX : 2.0; CODE : "A"; }
    entity Device { id : uuid; drift : float; days : int; code : string; }
    behavior_tree T { root "r" { node "a" -> filter(Device.drift <= MAX and Device.drift >= 0.5 and Device.days < 30); } }
}"""
OVER = """overlay Sample_v1_0_0 {
    type Drift = decimal mm in 0 .. 10 by 0.1;
    entity Device stored as "dev" { id : uuid key; drift : Drift; days : int in 0 .. 400; }
    constants { MAX : mm; }
}"""


def test_an_overlay_gives_ranges_and_units_to_an_unchanged_file() -> None:
    """Without it nothing can be said; with it the filters mean what they say, in the unit of the field."""
    alone = Project.of(OLD).core()
    assert alone.guards == () and "no range" in alone.unsupported[0][2].message
    found = guard(Project.of(OLD, OVER).core(0), "T")
    assert (found.records[0].table, found.records[0].key) == ("dev", "id")
    for drift, days, allowed in ((20, 29, True), (21, 29, False), (4, 29, False), (20, 30, False)):
        assert decide(found, {"id": "x", "drift": drift, "days": days, "code": "c"}).allowed is allowed


def test_the_units_of_an_overlay_reach_the_rows_of_tables() -> None:
    """A bare number of a row is in the unit of its field, as it is in a filter."""
    row = '{ id : "7b1d1f7e-0000-4000-8000-000000000001", drift : 1.5, days : 9, code : "c" }'
    table = OLD.replace("behavior_tree", f"const ROWS[] : list<Device> = [ {row} ]; behavior_tree")
    found = Project.of(table, OVER)
    (judged,) = found.core(0).examples
    assert judged.env["drift"] == 15 and decide(judged.guard, judged.env).allowed


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ("entity Devise { drift : Drift; }", "no entity"),
        ("entity Device { dritf : Drift; }", "no field"),
        ("entity Device { code : Drift; }", "cannot be told so"),
        ("entity Device { drift : Drift?; }", "cannot be told so"),
        ("entity Device { days : decimal in 0 .. 4 by 0.5; }", "cannot be told so"),
        ("constants { MIN : mm; }", "no constant"),
        ("constants { CODE : mm; }", "not a number"),
        ("constants { MAX : 3; }", "not a unit"),
        ('policy P for Device d { require d.drift > 0 mm because "x"; }', "holds units"),
    ],
)
def test_an_overlay_changes_nothing_but_what_it_may(item: str, says: str) -> None:
    """It adds no field and turns no type into another; the fault is told in its file, and nothing rests on it."""
    found = Project.of(OLD, f"overlay Sample_v1_0_0 {{ type Drift = decimal mm in 0 .. 10 by 0.1; {item} }}")
    assert any(code == "ALN0123" and says in message for code, message in found.errors)
    assert "ALN0123" in found.codes(1) and "ALN0129" in found.codes(0)


# ── roles, events, refinements ───────────────────────────────────────────────────────────────────────────────

ROLES = """
    role admin { may read, update, delete Session; }
    role nurse { may read Session; may update Session s when s.level <= 2; }
"""


@pytest.mark.parametrize(
    ("role", "action", "level", "allowed"),
    [
        ("admin", "delete", None, True),
        ("nurse", "delete", 0, False),
        ("nurse", "read", None, True),
        ("nurse", "update", 2, True),
        ("nurse", "update", 3, False),
        ("nurse", "update", None, False),
        ("porter", "read", 0, False),
        (None, "read", 0, False),
    ],
)
def test_what_no_role_may_do_is_denied(
    role: str | None, action: str, level: int | None, allowed: bool
) -> None:
    """A grant names role, action and entity; its condition must be true of a record that is there."""
    found = guard(Project.of(RECORDS, module(ROLES)).core(), "SessionRoles")
    env = {"role": role, "action": action, "record": None if level is None else "k", "record.level": level}
    assert decide(found, env).allowed is allowed


def test_claims_speak_of_roles() -> None:
    """`EAccess` and `ERoles` are names like others; what roles forbid is proved, what they allow refutes."""
    claims = (
        'claim Right : "Only admins delete." for SessionAccess a '
        "holds accepted(SessionRoles, a) and a.action == delete implies a.role == admin;"
        'claim Wrong : "Nurses only read." for SessionAccess a '
        "holds accepted(SessionRoles, a) and a.role == nurse implies a.action == read;"
    )
    found = Project.of(RECORDS, module(ROLES + claims)).verdicts()
    assert found["claim/right"].status == "proved"
    assert found["claim/wrong"].status == "refuted"


def test_a_variable_of_a_grant_does_not_reach_into_a_quantifier_of_its_name() -> None:
    """The inner name hides the outer one."""
    records = """module R_v1_0_0 { entity Ward { id : uuid key; open : bool; beds : many Bed by ward up to 3; }
        entity Bed { id : uuid key; ward : ref Ward; open : bool; } }"""
    role = "role nurse { may read Ward s when all s in s.beds : s.open; }"
    core = Project.of(records, module(role, use="use R_v1_0_0;")).core()
    rule = guard(core, "WardRoles").rules[0]
    assert "s.open" in repr(rule.condition) and "record.open" not in repr(rule.condition)


EVENT = """
    entity Read event { at : timestamp; by : uuid; }
    policy P for Read r {
        event require r.at <= now and now <= r.at + 5 min because "late";
        event require r.by == actor because "other";
        require r.at >= "2026-01-01T00:00:00Z" because "old";
    }
    duty D for Read r { require r.at <= now because "ahead"; }
"""


def test_an_event_rule_reads_what_whoever_asks_states() -> None:
    """Both are inputs of the guard; missing or malformed ones deny and are named; state rules are told apart."""
    core = Project.of(RECORDS, module(EVENT)).core()
    found = guard(core, "P")
    assert [f.name for f in found.inputs] == ["@now", "@actor"]
    assert [r.event for r in found.rules] == [True, True, False]
    assert [r.event for r in guard(core, "D").rules] == [True]
    at, key = 1_780_000_000_000_000, "7b1d1f7e-0000-4000-8000-000000000001"
    env = {"at": at, "by": key, "@now": at, "@actor": key}
    assert decide(found, env).allowed
    assert decide(found, {**env, "@now": at + 300_000_001}).failed == ("P/late",)
    assert decide(found, {**env, "@now": None}).invalid == ("@now",)
    assert decide(found, {**env, "@now": -1}).invalid == ("@now",)
    assert not decide(found, {**env, "@actor": "7b1d1f7e-0000-4000-8000-000000000002"}).allowed


@pytest.mark.parametrize("name", ["now", "actor"])
def test_a_state_rule_reads_no_clock(name: str) -> None:
    """What must hold in every committed state cannot depend on who asks, or when."""
    condition = "r.at <= now" if name == "now" else "r.by == actor"
    body = f'entity Read event {{ at : timestamp; by : uuid; }} policy P for Read r {{ require {condition} because "x"; }}'
    assert ("ALN0203", f"`{name}` is not known here: only an event rule reads it") in Project.of(
        module(body, use="")
    ).errors


def test_a_field_called_now_is_a_field() -> None:
    """The names of inputs are no keywords."""
    body = 'entity Read { now : timestamp; } policy P for Read r { event require r.now <= now because "x"; }'
    found = guard(Project.of(module(body, use="")).core(), "P")
    assert decide(found, {"now": 5, "@now": 5}).allowed
    assert not decide(found, {"now": 6, "@now": 5}).allowed


def test_refinement_and_equality() -> None:
    """What the stricter accepts, the looser accepts; equality is refuted by what only one accepts."""
    body = (
        'policy Strict for Session s { require s.level <= 2 because "a"; require not s.flag because "b"; }'
        'policy Again for Session s { require not s.flag and s.level < 3 because "c"; }'
        'claim A : "…" Strict refines Low; claim B : "…" Low refines Strict; claim C : "…" Strict equals Again;'
        'claim D : "…" Strict equals Low;'
    )
    found = {
        k: v.status
        for k, v in Project.of(RECORDS, module(body)).verdicts().items()
        if v.obligation.kind == "refinement"
    }
    wanted = {
        "a": "proved",
        "b": "refuted",
        "c_1": "proved",
        "c_2": "proved",
        "d_1": "proved",
        "d_2": "refuted",
    }
    assert {k.split("/")[1]: v for k, v in found.items() if k.split("/")[1] in wanted} == wanted


def test_policies_of_two_entities_are_not_compared() -> None:
    """A refinement speaks of one entity."""
    body = 'entity E { a : bool; } policy P for E e { require e.a because "a"; } claim C : "…" P refines Low;'
    assert Project.of(RECORDS, module(body)).codes(1) == {"ALN0201"}


# ── bundles ──────────────────────────────────────────────────────────────────────────────────────────────────


def member(name: str, condition: str, more: str = "", id_: int = 1) -> str:
    return module(
        f'constants {{ POLICY_ID : "5f2b6c1e-1111-4222-8333-44445555666{id_}"; }}'
        f'policy {name}Guard for Session s {{ require {condition} because "x"; }}'
        f"service S {{ op validate(Session) -> bool {{ }} }} {more}",
        f"{name}_v1_0_0",
    )


def bundle(items: str) -> str:
    return module(f"bundle B {{ {items} }}")


CLAIM = 'claim NoFlag : "No flagged session." for Session s holds not s.flag;'
STRICT = member("Strict", "not s.flag")
LAX = member("Lax", "s.level <= 3", id_=2)


def compositions(*texts: str) -> dict[str, Verdict]:
    return {
        v.obligation.says: v
        for v in Project.of(*texts).verdicts().values()
        if v.obligation.kind == "composition" and "whatever" in v.obligation.says
    }


def test_each_operation_of_a_bundle_guarantees_its_claim_by_itself() -> None:
    """A bundle of strict operations is proved; one permissive operation more is refuted, and is the one blamed."""
    whole = bundle(f"required Strict_v1_0_0; {CLAIM}")
    assert [v.status for v in compositions(RECORDS, STRICT, whole).values()] == ["proved"]
    loose = bundle(f"required Strict_v1_0_0; optional Lax_v1_0_0; {CLAIM}")
    found = compositions(RECORDS, STRICT, LAX, loose)
    assert sorted((v.status, "Lax" in says) for says, v in found.items()) == [
        ("proved", False),
        ("refuted", True),
    ]
    refuted = next(v for v in found.values() if v.status == "refuted")
    assert refuted.counterexample is not None
    assert refuted.counterexample.values["session.flag"] is True


def test_an_operation_without_a_policy_accepts_everything() -> None:
    """Forgetting the guard is what a bundle must not miss."""
    bare = module("service S { op validate_all(list<Session>) -> bool { } }", "Bare_v1_0_0")
    found = compositions(RECORDS, bare, bundle(f"required Bare_v1_0_0; {CLAIM}"))
    assert [v.status for v in found.values()] == ["refuted"]


def test_a_bundle_in_which_nothing_accepts_the_entity_says_nothing() -> None:
    """A claim about no operation is not proved: it is unsupported, and says what to declare."""
    found = Project.of(RECORDS, module("", "Empty_v1_0_0"), bundle(f"required Empty_v1_0_0; {CLAIM}")).core()
    assert found.claims == () and "no operation" in found.unsupported[0][2].message


@pytest.mark.parametrize(
    ("items", "says"),
    [
        (f"optional Strict_v1_0_0; {CLAIM}", "requires no module"),
        (f"required Strict_v1_0_0, Lax_v1_0_0; {CLAIM}", "not versions of one policy"),
        (f"required Strict_v1_0_0; optional Strict_v1_0_0; {CLAIM}", "named twice"),
        ('required Strict_v1_0_0; forbid type NOWHERE because "x";', "no module of `B` declares"),
        (f"required Own_v1_0_0; {CLAIM}", "is not the `Session` that the bundle speaks of"),
        (f"required Table_v1_0_0; {CLAIM}", "is not the `Session` that the bundle speaks of"),
        (f"required Strict_v1_0_0; optional Twin_v1_0_0; {CLAIM}", "versions of one policy"),
    ],
)
def test_what_does_not_fit_into_a_bundle(items: str, says: str) -> None:
    """Above all: a member with its own entity of the same name or table would be left out of the proof."""
    own = "module Own_v1_0_0 { entity Session { id : uuid key; } service S { op v(Session) -> bool { } } }"
    table = 'module Table_v1_0_0 { entity Sitting stored as "xr_session" { id : uuid key; } }'
    twin = member("Twin", "not s.flag")
    found = Project.of(RECORDS, STRICT, LAX, own, table, twin, bundle(items))
    assert any(code == "ALN0124" and says in message for code, message in found.errors)


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("role r { may read Session s when s.kind == REM_MODULATION; }", "the role `r`"),
        ("role r { may REM_MODULATION Session; }", "the role `r`"),
        ("entity Node { kind : Kind; } const NODES[] : list<Node> = [ { kind : REM_MODULATION } ];", "row 1"),
        (
            'constants { X : "rem_modulation"; } behavior_graph G { root "r" { node "rem modulation" -> next("end"); } }',
            "the node",
        ),
    ],
)
def test_nothing_in_a_bundle_grants_a_forbidden_label(more: str, where: str) -> None:
    """Roles, tables and graphs of every member are looked at, and the place is named."""
    text = bundle('required Strict_v1_0_0; forbid type REM_MODULATION because "never";')
    assert Project.of(RECORDS, STRICT, text).core().forbidden[0].found == ()
    found = Project.of(RECORDS, member("Strict", "not s.flag", more), text).core().forbidden[0]
    assert [x for x in found.found if x.startswith(where)]
