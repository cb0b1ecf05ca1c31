"""The grammar: no conflict, tables derived from it, and no word of the language reserved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lark import Lark
from lark.exceptions import GrammarError, LexError, UnexpectedInput

from aln.syntax import format_module, parse
from aln.syntax import tree as t
from aln.syntax._tables import RULES, WORDS
from aln.syntax.build import Builder
from tests.strategies.trees import modules
from tools.regen_grammar import ROOT, grammar, outputs

LARK = grammar()
CASES = sorted((ROOT / "grammar" / "conformance").glob("*/*/input.aln"))
OWN_WORDS_OF_1_0 = ("and", "or", "not", "true", "false")
ALL_WORDS = (*sorted(WORDS), "if")


def test_the_tables_are_those_of_the_grammar() -> None:
    """What the package loads is byte for byte what the authoritative grammar gives."""
    for path, content in outputs().items():
        assert (ROOT / path).read_bytes() == content


@pytest.mark.parametrize(
    "extra",
    ["?expr2: expr | source\nstart2: expr2 expr2", '?sum2: NAME | sum2 "+" sum2\nstart2: sum2'],
    ids=["reduce-reduce", "shift-reduce"],
)
def test_a_conflict_would_be_an_error(extra: str) -> None:
    """The mode in which the tables are made refuses a grammar with either kind of conflict."""
    text = (ROOT / "grammar" / "aln.lark").read_text(encoding="utf-8")
    with pytest.raises((GrammarError, LexError)):
        Lark(f"{text}\n{extra}\n", parser="lalr", lexer="contextual", strict=True, start="start2")


def test_every_production_has_a_builder() -> None:
    """Each production that builds something has its method."""
    for _, _, callback, _ in RULES:
        if callback not in ("", "*"):
            assert callable(Builder.method(callback))


def _lark_accepts(text: str) -> bool:
    try:
        LARK.parse(text)
    except UnexpectedInput:
        return False
    return True


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}-{path.parts[-2]}")
def test_the_parser_and_the_grammar_agree_on_each_case(path: Path) -> None:
    """The package's automaton accepts what Lark accepts of the same grammar, and nothing that it refuses."""
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    _, faults = parse(text, "x.aln")
    lexical = {"ALN0005", "ALN0006", "ALN0008", "ALN0010"}  # limits and escapes are stricter than the grammar
    if any(fault.code in lexical for fault in faults) or "2.5" in text:
        return
    assert _lark_accepts(text) == (not faults)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(modules())
def test_the_parser_and_the_grammar_agree_on_printed_trees(module: t.Module) -> None:
    """Every printed tree is in the language of the grammar as Lark reads it."""
    assert _lark_accepts(format_module(module))


def _sound(text: str) -> t.Module:
    module, faults = parse(text, "x.aln")
    assert module is not None and not faults, (text, faults)
    return module


@pytest.mark.parametrize("word", ALL_WORDS)
def test_any_word_names_what_1_0_names(word: str) -> None:
    """Each keyword also names a field, a record key, an enum label, a constant and an entity."""
    text = (
        f"module {word} {{ constants {{ {word} : 1; }}\n"
        f"entity {word} {{ {word} : bool; {word}[] : list<string>; }}\n"
        f"enum X {{ {word}; }} const T[] : list<E> = [ {{ {word} : 1, {word} : [2] }} ];\n"
        f'behavior_tree {word} {{ root "r" {{ node "n" -> filter(E.{word} == 1 and 2 < E.{word}); }} }}\n'
        f"service {word} {{ op {word}(T) -> bool {{ }} }} }}"
    )
    module = _sound(text)
    assert isinstance(module.items[0], t.Constants) and module.items[0].items[0].name == word
    assert isinstance(module.items[1], t.Entity) and module.items[1].fields[0].name == word
    table = module.items[3]
    assert isinstance(table, t.Table)
    row = table.rows.items[0]
    assert isinstance(row, t.Record) and [key for key, _ in row.fields] == [word, word]


EVERYWHERE = """
overlay {} {
    use {};
    waive {} for {}.{} because "w" until "d";
    unit {} = "mm";
    type {} = bool;
    enum {} { {}; }
    lexicon {} { "rem"; }
    entity {} immutable stored as "t" { {} : bool; {} : uuid key; {} : ref <>?; {} : many <> by {} up to 3; }
    entity {} event { {} : bool?; }
    policy {} for {} {} {
        event require {}.{} because "w" traces "R";
        include {}({}.{});
    }
    duty {} for {} {} { forbid {}.{} == 1 because "w"; }
    role {} {
        may {}, {} {};
        may {} {} x when x.{} traces "R";
    }
    claim {} : "s" for {} {} holds {}.{} traces "R";
    claim {} : "s" P refines {};
    claim {} : "s" P equals {} traces "R";
    bundle {} {
        required {}, {};
        optional {};
        claim {} : "s" for {} {} holds {}.{};
        forbid type {}, {} because "w";
    }
    test "t" {
        given {} {} = { {} : 1 };
        expect {}({}) with {} = 1, {} = {} allowed;
        expect {}({}) with {} = -1 denied because "w";
    }
    machine {} every 1 s {
        param {} : {} where {};
        input {} : bool invalid as missing;
        state {} : bool = {};
        timer {} of {}.{} up to 3 ticks;
        let {} = {};
        next {} = {}.{};
        output {} : bool = {};
        lemma {} : always {}.{};
        claim {} : "s" never {};
    }
}
"""


@pytest.mark.parametrize("word", [word for word in ALL_WORDS if word not in OWN_WORDS_OF_1_0])
def test_any_word_names_what_any_declaration_names(word: str) -> None:
    """Each keyword also names a policy, a role, an action, a bundle, a module, a variable, an enum, a type …"""
    # `x : ref key;` is a key of a type called `ref`
    text = EVERYWHERE.replace("<>", "E" if word == "key" else "{}")
    module, plain = _sound(text.replace("{}", word)), _sound(text.replace("{}", "stand_in"))
    assert repr(module) == repr(plain).replace("stand_in", word)
    assert format_module(module) == format_module(_sound(format_module(module)))


def test_a_word_after_an_action_is_the_entity() -> None:
    """Where one reading of a word leads nowhere, the word is a name: the grammar's contexts do not leak."""
    for word in ("because", "traces", "when", "key", "from"):
        module = _sound(f"module M {{ role R {{ may read {word}; may read, {word} {word}; }} }}")
        role = module.items[0]
        assert isinstance(role, t.Role)
        assert [grant.entity for grant in role.grants] == [word, word]
        assert role.grants[1].actions == ("read", word)
    field = _sound("module M { entity E { x : many from by key up to 3; } }").items[0]
    assert isinstance(field, t.Entity)
    assert field.fields[0].type == t.ManyType("from", "key", 3)


@pytest.mark.parametrize("word", [word for word in ALL_WORDS if word not in OWN_WORDS_OF_1_0])
@pytest.mark.parametrize(
    "shape",
    [
        "{} == 1",
        "1 == {}",
        "not {}",
        "{}",
        "({})",
        "{} and {} or {}",
        "E.a <= {} and {} < E.b",
        "{} + {} - {} * {}",
        "E.a - {} > -{}",
        "{} != {} or E.{} == {}",
        "E.{}.{} >= {}",
    ],
)
def test_any_word_names_a_constant_in_a_filter(word: str, shape: str) -> None:
    """A keyword as a constant's name is read as that name wherever a 1.0 filter may refer to one."""
    condition = shape.replace("{}", word)
    module = _sound(f'module M {{ behavior_tree T {{ root "r" {{ node "n" -> filter({condition}); }} }} }}')
    stand_in = shape.replace("{}", "stand_in")
    plain = _sound(f'module M {{ behavior_tree T {{ root "r" {{ node "n" -> filter({stand_in}); }} }} }}')
    assert repr(module) == repr(plain).replace("stand_in", word)
    table = _sound(
        f"module M {{ const T[] : list<E> = [ {{ a : {word}, b : [{word}, {word}] }}, {word} ]; }}"
    )
    assert repr(table).count(repr(word)) == 4
