"""Every diagnostic code of the rule book: its severity, its title, its folder and the room that reports it.

Gives `CODES` and `finding`; never judges. A code has one meaning for ever and is never used again.
"""

from __future__ import annotations

from dataclasses import dataclass

from aln.diagnostics import Diagnostic, Fix, Severity, Span

__all__ = ["CODES", "Code", "finding"]


@dataclass(frozen=True, slots=True)
class Code:
    """One entry: its `folder` is `checker/rules/<folder>/`."""

    code: str
    slug: str
    title: str
    room: str
    severity: Severity = "error"

    @property
    def folder(self) -> str:
        return f"{self.code}-{self.slug}"


def _table(room: str, *rows: tuple[str, str, str]) -> dict[str, Code]:
    out: dict[str, Code] = {}
    for code, slug, title in rows:
        severity: Severity = "warning" if code.endswith("w") else "error"
        code = code.removesuffix("w")
        out[code] = Code(code, slug, title, room, severity)
    return out


# A `w` after the code marks a warning.
CODES: dict[str, Code] = {
    **_table(
        "syntax",
        ("ALN0001", "unreadable-text", "the file cannot be read as UTF-8 text"),
        ("ALN0002", "empty-file", "the file is empty"),
        ("ALN0003", "unexpected-word", "something else was expected here"),
        ("ALN0004", "unbalanced-brace", "a brace is not closed, or closes nothing"),
        ("ALN0005", "nested-too-deep", "nesting or an expression is too deep"),
        ("ALN0006", "number-too-long", "a number has too many digits"),
        ("ALN0007", "unclosed-text", "a text or a comment is never closed"),
        ("ALN0008", "character-not-allowed", "a character is not allowed here"),
        ("ALN0009", "not-one-module", "a file holds exactly one module"),
        ("ALN0010", "number-notation", "a number is not written in decimal digits"),
    ),
    **_table(
        "checker",
        ("ALN0101", "declared-twice", "a name is declared twice"),
        ("ALN0102", "unknown-type", "a type or an entity is not declared"),
        ("ALN0103", "redefined-name", "a name of the language is given another meaning"),
        ("ALN0104", "unknown-unit", "a unit is not known, or does not fit"),
        ("ALN0105", "senseless-range", "a range, a resolution or a maximum makes no sense"),
        ("ALN0106", "key", "a key is missing, doubled or no uuid"),
        ("ALN0107", "relation-without-reference", "a relation has no reference back"),
        ("ALN0108", "constant-of-itself", "a constant is defined by itself"),
        ("ALN0109", "term-without-letters", "a term of a lexicon can be mentioned by no text"),
        ("ALN0110", "empty-declaration", "a lexicon or an enum is empty"),
        ("ALN0111", "optional-type", "a named type is optional"),
        ("ALN0120", "unknown-module", "a module is not there, or is there twice"),
        ("ALN0121", "name-of-two-modules", "two modules declare one name"),
        ("ALN0122", "modules-in-a-circle", "modules use each other"),
        ("ALN0123", "overlay", "an overlay does not fit its module"),
        ("ALN0124", "bundle", "what is deployed together does not fit together"),
        ("ALN0128", "stored-event", "an event is treated as a stored record"),
        ("ALN0129", "used-module-has-errors", "a module that is used has errors"),
        ("ALN0201", "wrong-type", "a value is of the wrong type"),
        ("ALN0202", "units-do-not-mix", "units of different kinds meet"),
        ("ALN0203", "unknown-name", "a name is not known here"),
        ("ALN0204", "unknown-field", "an entity has no such field"),
        ("ALN0205", "unknown-label", "an enum has no such label"),
        ("ALN0206", "malformed-literal", "a uuid or an instant is malformed"),
        ("ALN0207", "finer-than-resolution", "a value is finer than the resolution it is assigned to"),
        ("ALN0208", "list-in-a-rule", "a rule reads a list"),
        ("ALN0209", "unrounded-quotient", "a quotient is not rounded"),
        ("ALN0210", "function-misused", "a function is unknown, or used where it has no meaning"),
        ("ALN0211", "shadowed-name", "a name is already in use"),
        ("ALN0212", "policy-includes-itself", "a policy includes itself"),
        ("ALN0213", "computed-record-value", "a value of a record is computed"),
        ("ALN0301", "input-without-invalid", "an input does not say what an invalid value means"),
        ("ALN0302", "optional-state", "a state or an output may be missing"),
        ("ALN0303", "next-not-once", "a state has no next value, or several"),
        ("ALN0304", "senseless-period", "the period of a machine is no duration"),
        ("ALN0305", "parameter-without-policy", "a parameter has no policy"),
        ("ALN0306", "before-its-time", "`before` reads what is computed later"),
        ("ALN0307", "therapy-graph", "a therapy graph does not hold together"),
        ("ALN0308", "part", "a part of a machine does not fit"),
        ("ALN0309", "window", "a window is not one of numbers"),
        ("ALN0310", "unbounded", "a number that is stored or generated has no bounds"),
        ("ALN0401w", "missing-always-denies", "a rule always denies a record whose optional field is missing"),
        ("ALN0402w", "never-missing", "presence is asked of what is never missing"),
        ("ALN0403", "no-words", "a reason or a statement has no words"),
        ("ALN0404", "unknown-id", "a link names an id that is not declared"),
        ("ALN0405w", "untraced", "nothing traces to a requirement, hazard or control"),
        ("ALN0406w", "number-without-range", "a 1.0 number has no range"),
        ("ALN0407w", "filter-refuses-other-classes", "a filter refuses every other class"),
        ("ALN0408", "filter-of-one-entity", "a filter does not name exactly one entity"),
        ("ALN0409w", "senseless-operation", "the signature of an op has no meaning"),
        ("ALN0410", "row-without-field", "a table row lacks a required field"),
        ("ALN0411w", "same-reason-twice", "two rules of a policy give the same reason"),
        ("ALN0412", "comparison-decided", "a comparison is always true or always false"),
        ("ALN0413w", "unused", "a declaration is not used"),
        ("ALN0414", "version-disagrees", "the version differs from the one in the module's name"),
        ("ALN0415", "text-with-text", "two text fields are compared"),
        ("ALN0416w", "digits-in-a-term", "a digit of a lexicon term is not matched"),
        ("ALN0417", "nested-relation", "a relation is read inside another relation's element"),
        ("ALN0418w", "machine-without-claim", "a machine claims nothing"),
        ("ALN0419w", "claim-about-raw-data", "a claim does not say `accepted`"),
        ("ALN0420", "wrong-kind-of-link", "a control mitigates no hazard, or satisfies no requirement"),
        ("ALN0421w", "idle-control", "a control mitigates and satisfies nothing"),
        ("ALN0422w", "operation-guards-nothing", "an op validates what no rule filters"),
        ("ALN0423", "value-out-of-range", "a written value lies outside its field's range"),
        ("ALN0424w", "same-condition-twice", "two rules of a policy have the same condition"),
        ("ALN0425", "names-alike", "two names differ in case or underscores only"),
        ("ALN0426w", "no-identity", "a module has no policy id or version"),
        ("ALN0427", "policy-id", "the policy id is not a uuid"),
        ("ALN0429w", "unclaimed-output", "an output is used by no claim"),
        ("ALN0430", "timer-of-nothing", "a timer is bounded by zero"),
        ("ALN0431", "same-tick-cycle", "values of one tick are defined by one another"),
        ("ALN0432w", "unclaimed-policy", "nothing is claimed about a policy"),
        ("ALN0433", "policy-without-rule", "a policy accepts every record"),
        ("ALN0434", "waiver", "a waiver names nothing that can be waived"),
        ("ALN0435", "expired-waiver", "a waiver has expired"),
        ("ALN0436w", "idle-waiver", "a waiver covers nothing"),
        ("ALN0437w", "double-negation", "a rule forbids that something is not so"),
        ("ALN0438w", "unit-in-a-name", "a unit stands in a name and in no type"),
        ("ALN0439w", "fraction-of-a-day", "a duration is a fraction of a day"),
        ("ALN0440w", "term-within-a-term", "a term of a lexicon holds another one"),
        ("ALN0441", "policy-id-of-two", "two policies have one id"),
        ("ALN0442", "version-twice", "two modules are one version of a policy"),
        ("ALN0443w", "reason-of-another-field", "a reason names a field that its rule does not read"),
        ("ALN0444w", "unknown-reason", "a test expects a reason that no rule gives"),
        ("ALN0445", "table-of-two", "two entities are stored in one table"),
        ("ALN0446w", "event-rule-of-stored-fields", "an event rule reads stored fields only"),
        ("ALN0447w", "rule-refuses-other-labels", "a rule refuses every other label"),
        ("ALN0448w", "labels-alike", "two labels differ in case or underscores only"),
        ("ALN0449", "unknown-node", "a step leads to a node that is not there"),
        ("ALN0450w", "unreachable-node", "no session comes to a node"),
        ("ALN0451", "node-twice", "two nodes of a graph have one name"),
        ("ALN0452w", "tree-name-twice", "two nodes of a tree have one name"),
        ("ALN0453w", "graph-without-end", "a session never ends"),
        ("ALN0454w", "operation-lists-nothing", "an op lists what no table holds"),
        ("ALN0455w", "row-refused", "a filter refuses a row of its own module"),
        ("ALN0456w", "operand-twice", "a part of a condition stands in it twice"),
        ("ALN0457w", "bounds-exclude-each-other", "no value meets two bounds"),
        ("ALN0458w", "bounds-exclude-nothing", "every value meets one of two bounds"),
        ("ALN0459w", "term-of-one-letter", "a term of a lexicon is a single letter"),
        ("ALN0460w", "test-without-expectation", "a test expects nothing"),
        ("ALN0461w", "idle-given", "a test gives a record that nothing judges"),
        ("ALN0462w", "grant-twice", "a role is granted twice what it may do"),
        ("ALN0463w", "idle-use", "nothing of a used module is used"),
        ("ALN0464w", "now-for-equal", "`now` is compared for equality"),
        ("ALN0465w", "body-says-otherwise", "the body of an op speaks of what no filter reads"),
    ),
    **_table(
        "evidence",
        ("ALN0801", "against-the-schema", "a document does not conform to its schema"),
        ("ALN0802", "not-json", "a manifest is not JSON"),
        ("ALN0803", "released-text-changed", "a released text has changed"),
        ("ALN0811", "step-id-twice", "two steps of a procedure have one id"),
        ("ALN0812", "malformed-step", "a heading means to be a step and is none"),
        ("ALN0813", "step-serves-nothing", "a step serves no requirement and no control"),
        ("ALN0821", "signal-table", "a signal table is at fault"),
        ("ALN0822", "signal-binding", "an input does not fit the signal it is bound to"),
    ),
    **_table("lower", ("ALN0701", "unsupported", "this version cannot prove the construct")),
    **_table(
        "database",
        ("ALN0901", "database-extra", "what the database verbs need is not installed"),
        ("ALN0902", "no-server", "the embedded PostgreSQL cannot be run"),
        ("ALN0903", "no-connection", "the database cannot be reached"),
        ("ALN0904", "migration-files", "a folder of migrations is at fault"),
        ("ALN0905", "migration-history", "the database was migrated with other files"),
        ("ALN0906", "migration-failed", "a migration was not applied"),
    ),
    **_table(
        "host",
        ("ALN1002", "unreadable-file", "a file or folder cannot be read"),
        ("ALN1003", "unwritable-file", "a file cannot be written"),
        ("ALN1004", "project-file", "the project file is at fault"),
    ),
    **_table(
        "cli",
        ("ALN1001", "usage", "the command cannot be carried out as given"),
        ("ALN1005", "nothing-to-do", "there is nothing to check"),
        ("ALN1006", "internal-error", "ALN itself is at fault"),
    ),
}  # fmt: skip


def finding(code: str, span: Span, message: str, help: str, fix: Fix | None = None) -> Diagnostic:
    """A diagnostic with the severity that the registry gives its code."""
    return Diagnostic(code, span, message, help, CODES[code].severity, fix)
