# Generated from "rem_exclusion_v2_1_0.aln", module RemExclusion_v2_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy SessionDescriptorGuard of RemExclusion_v2_1_0: `allows` and `decide` judge one Session.

A `read_...` function turns data into a record of raw values. Arguments are the record judged, each record
it refers to (None if there is none) and each list with whether it is complete; an element whose own
references are followed is given in a tuple with the records they name. Keys are checked: a record that is
not the one referred to is missing, and so is a list that is incomplete, too long, or not its owner's.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "rem_exclusion_v2_1_0.aln"
MODULE: Final = "RemExclusion_v2_1_0"
POLICY: Final = "SessionDescriptorGuard"
POLICY_ID: Final = "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11"
POLICY_VERSION: Final = "2.1.0"
CORE_DIGEST: Final = "de2f75b57523ed1902c42918a4ce9feb993d67b9303888c28fea0becff0b1aa3"
TRACES: Final = ("RC-REM-1", "RC-REM-2", "SOP-XRT-020", "SOP-XRT-310")


@final
class _Invalid:
    """The type of `INVALID`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "INVALID"


# A value that is not of its field's domain. It is not None, which is a value that is missing; no rule accepts it.
INVALID: Final[Any] = _Invalid()


class Quantity(NamedTuple):
    """How a number is counted: the raw value n, lo <= n <= hi, stands for n * step of `unit` (`code` in UCUM).

    `factor` is the exact size of the unit in the coherent unit of its `kind`.
    """

    lo: int
    hi: int
    step: Fraction
    unit: str
    code: str
    factor: Fraction
    kind: str


class Reason(NamedTuple):
    """A rule that is not true of a record: its id, the words of its author, and what it traces to."""

    rule: str
    because: str
    traces: tuple[str, ...]


class Reached(NamedTuple):
    """How a record is reached: `how` is root, ref (by the field `link` of `parent`) or many (whose `link` refers back)."""

    path: str
    entity: str
    table: str
    key: str
    how: str
    parent: str
    link: str
    maximum: int
    optional: bool


class Decision(NamedTuple):
    """What the guard says: allowed, or the fields outside their domain and every rule that is not true."""

    allowed: bool
    invalid: tuple[str, ...]
    reasons: tuple[Reason, ...]


ALLOWED: Final = Decision(True, (), ())


RECORDS: Final = (
    Reached("", "Session", "xr_session", "id", "root", "", "", 0, False),
    Reached("study", "Study", "study", "id", "ref", "", "study", 0, False),
    Reached("study.rem_policy", "RemPolicy", "rem_policy", "id", "ref", "study", "rem_policy", 0, False),
)


_REASON_1: Final = Reason(
    rule="StudyDescriptorGuard/the_study_allows_rem_sleep",
    because="the study allows REM sleep",
    traces=("RC-REM-1",),
)
_REASON_2: Final = Reason(
    rule="StudyDescriptorGuard/the_title_is_labelled_as_rem",
    because="the title is labelled as REM",
    traces=("RC-REM-1",),
)
_REASON_3: Final = Reason(
    rule="StudyDescriptorGuard/the_study_code_is_labelled_as_rem",
    because="the study code is labelled as REM",
    traces=("RC-REM-1",),
)
_REASON_4: Final = Reason(
    rule="StudyDescriptorGuard/the_bound_policy_does_not_exclude_rem",
    because="the bound policy does not exclude REM",
    traces=("RC-REM-1",),
)
_REASON_5: Final = Reason(
    rule="SessionDescriptorGuard/the_session_is_flagged_rem",
    because="the session is flagged REM",
    traces=("RC-REM-1",),
)
_REASON_6: Final = Reason(
    rule="SessionDescriptorGuard/the_purpose_is_labelled_as_rem",
    because="the purpose is labelled as REM",
    traces=("RC-REM-1",),
)
_REASON_7: Final = Reason(
    rule="SessionDescriptorGuard/no_rem_policy_is_in_force_when_the_session_starts",
    because="no REM policy is in force when the session starts",
    traces=("RC-REM-2", "SOP-XRT-020"),
)
_REASON_8: Final = Reason(
    rule="SessionDescriptorGuard/the_session_ends_before_it_starts",
    because="the session ends before it starts",
    traces=("RC-REM-2", "SOP-XRT-310"),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=7258118399999999,
    step=Fraction(1),
    unit="",
    code="us",
    factor=Fraction(1, 1000000),
    kind="instant",
)


_TERMS_1: Final = ("rem", "r e m", "r em", "re m", "rapid eye movement", "rapid eye movements", "paradoxical sleep", "dream phase", "dream sleep")


@final
@dataclass(slots=True)
class Session:
    """The fields of Session that are read: raw values, None where missing, INVALID outside their domain.

    study: uuid
    rem_flag: true or false
    purpose: text
    started_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    ended_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    study: str
    rem_flag: bool
    purpose: str
    started_at: int
    ended_at: int | None


@final
@dataclass(slots=True)
class Study:
    """The fields of Study that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    rem_policy: uuid
    rem_sleep_allowed: true or false
    title: text
    study_code: text
    """

    id: str
    rem_policy: str
    rem_sleep_allowed: bool
    title: str
    study_code: str


@final
@dataclass(slots=True)
class RemPolicy:
    """The fields of RemPolicy that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    rem_excluded: true or false
    effective_from: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    effective_to: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    rem_excluded: bool
    effective_from: int
    effective_to: int | None


# How far a binary floating-point number may lie from a grid point, in grid steps, to stand for it.
TOLERANCE: Final = Fraction(1, 2**20)
_UUID: Final = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INSTANT: Final = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})"
    "(?:[.]([0-9]{1,6})0*)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _flag(value: object) -> Any:
    return value if value is None or type(value) is bool else INVALID


def _text(value: object) -> Any:
    return value if value is None or type(value) is str else INVALID


def _label(value: object, labels: tuple[str, ...]) -> Any:
    return value if value is None or (type(value) is str and value in labels) else INVALID


def _key(value: object) -> Any:
    """A UUID in its canonical text: lower case, with hyphens."""
    if value is None:
        return None
    return value.lower() if type(value) is str and _UUID.fullmatch(value.lower()) else INVALID


def _count(steps: Fraction, quantity: Quantity, tolerance: Fraction) -> Any:
    nearest = round(steps)
    if abs(steps - nearest) > tolerance or not quantity.lo <= nearest <= quantity.hi:
        return INVALID
    return nearest


def _number(value: object, quantity: Quantity) -> Any:
    """An int or a Decimal on the grid exactly, or a finite float within `TOLERANCE` of it, as its raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value) / quantity.step, quantity, Fraction(0))
    if type(value) is Decimal:
        # Beyond these no domain reaches, and an exact fraction would not fit in memory.
        if not value.is_finite() or value.adjusted() > 400 or len(value.as_tuple().digits) > 400:
            return INVALID
        if value and value.adjusted() < -400:
            return INVALID
        return _count(Fraction(value) / quantity.step if value else Fraction(0), quantity, Fraction(0))
    if type(value) is float and value - value == 0:
        return _count(Fraction(value) / quantity.step, quantity, TOLERANCE)
    return INVALID


def _instant(value: object, quantity: Quantity) -> Any:
    """Microseconds since 1970-01-01 UTC, or ISO 8601 text with `Z` or an offset, as the raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))
    found = _INSTANT.fullmatch(value) if type(value) is str else None
    if found is None:
        return INVALID
    day, time, fraction, offset = found.groups()
    try:
        when = datetime.fromisoformat(day + "T" + time + ("+00:00" if offset in "Zz" else offset))
    except ValueError:
        return INVALID
    micros = (when - _EPOCH) // timedelta(microseconds=1) + int((fraction or "0").ljust(6, "0"))
    return _count(Fraction(micros, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))


def _invalid_field(name: str) -> object:
    """What every field of data that is no record is."""
    return INVALID


def read_session(data: Mapping[str, object]) -> Session:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Session(
        study=_key(get("study")),
        rem_flag=_flag(get("rem_flag")),
        purpose=_text(get("purpose")),
        started_at=_instant(get("started_at"), _QUANTITY_1),
        ended_at=_instant(get("ended_at"), _QUANTITY_1),
    )


def read_study(data: Mapping[str, object]) -> Study:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Study(
        id=_key(get("id")),
        rem_policy=_key(get("rem_policy")),
        rem_sleep_allowed=_flag(get("rem_sleep_allowed")),
        title=_text(get("title")),
        study_code=_text(get("study_code")),
    )


def read_rem_policy(data: Mapping[str, object]) -> RemPolicy:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return RemPolicy(
        id=_key(get("id")),
        rem_excluded=_flag(get("rem_excluded")),
        effective_from=_instant(get("effective_from"), _QUANTITY_1),
        effective_to=_instant(get("effective_to"), _QUANTITY_1),
    )


# What a text mentions, by one pinned letter table that no platform's Unicode can change:
# Unicode 16.0, format 1, sha256 c10134936f778bcdbfc6ab1549431ad979da3cd96e15741c9b73f0b6f9facee2.
# A target (a to z, or - for nothing) and a colon, then its code points and ranges in hexadecimal.
_LETTERS = """
-: AD 300-36F 483-489 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 600-605 610-61A 61C 64B-65F 670 6D6-6DD
6DF-6E4 6E7-6E8 6EA-6ED 70F 711 730-74A 7A6-7B0 7EB-7F3 7FD 816-819 81B-823 825-827 829-82D 859-85B
890-891 897-89F 8CA-903 93A-93C 93E-94F 951-957 962-963 981-983 9BC 9BE-9C4 9C7-9C8 9CB-9CD 9D7
9E2-9E3 9FE A01-A03 A3C A3E-A42 A47-A48 A4B-A4D A51 A70-A71 A75 A81-A83 ABC ABE-AC5 AC7-AC9 ACB-ACD
AE2-AE3 AFA-AFF B01-B03 B3C B3E-B44 B47-B48 B4B-B4D B55-B57 B62-B63 B82 BBE-BC2 BC6-BC8 BCA-BCD BD7
C00-C04 C3C C3E-C44 C46-C48 C4A-C4D C55-C56 C62-C63 C81-C83 CBC CBE-CC4 CC6-CC8 CCA-CCD CD5-CD6
CE2-CE3 CF3 D00-D03 D3B-D3C D3E-D44 D46-D48 D4A-D4D D57 D62-D63 D81-D83 DCA DCF-DD4 DD6 DD8-DDF
DF2-DF3 E31 E34-E3A E47-E4E EB1 EB4-EBC EC8-ECE F18-F19 F35 F37 F39 F3E-F3F F71-F84 F86-F87 F8D-F97
F99-FBC FC6 102B-103E 1056-1059 105E-1060 1062-1064 1067-106D 1071-1074 1082-108D 108F 109A-109D
115F-1160 135D-135F 1712-1715 1732-1734 1752-1753 1772-1773 17B4-17D3 17DD 180B-180F 1885-1886 18A9
1920-192B 1930-193B 1A17-1A1B 1A55-1A5E 1A60-1A7C 1A7F 1AB0-1ACE 1B00-1B04 1B34-1B44 1B6B-1B73
1B80-1B82 1BA1-1BAD 1BE6-1BF3 1C24-1C37 1CD0-1CD2 1CD4-1CE8 1CED 1CF4 1CF7-1CF9 1DC0-1DFF 200B-200F
202A-202E 2060-206F 20D0-20F0 2CEF-2CF1 2D7F 2DE0-2DFF 302A-302F 3099-309A 3164 A66F-A672 A674-A67D
A69E-A69F A6F0-A6F1 A802 A806 A80B A823-A827 A82C A880-A881 A8B4-A8C5 A8E0-A8F1 A8FF A926-A92D
A947-A953 A980-A983 A9B3-A9C0 A9E5 AA29-AA36 AA43 AA4C-AA4D AA7B-AA7D AAB0 AAB2-AAB4 AAB7-AAB8
AABE-AABF AAC1 AAEB-AAEF AAF5-AAF6 ABE3-ABEA ABEC-ABED FB1E FE00-FE0F FE20-FE2F FEFF FFA0 FFF0-FFFB
101FD 102E0 10376-1037A 10A01-10A03 10A05-10A06 10A0C-10A0F 10A38-10A3A 10A3F 10AE5-10AE6
10D24-10D27 10D69-10D6D 10EAB-10EAC 10EFC-10EFF 10F46-10F50 10F82-10F85 11000-11002 11038-11046
11070 11073-11074 1107F-11082 110B0-110BA 110BD 110C2 110CD 11100-11102 11127-11134 11145-11146
11173 11180-11182 111B3-111C0 111C9-111CC 111CE-111CF 1122C-11237 1123E 11241 112DF-112EA
11300-11303 1133B-1133C 1133E-11344 11347-11348 1134B-1134D 11357 11362-11363 11366-1136C
11370-11374 113B8-113C0 113C2 113C5 113C7-113CA 113CC-113D0 113D2 113E1-113E2 11435-11446 1145E
114B0-114C3 115AF-115B5 115B8-115C0 115DC-115DD 11630-11640 116AB-116B7 1171D-1172B 1182C-1183A
11930-11935 11937-11938 1193B-1193E 11940 11942-11943 119D1-119D7 119DA-119E0 119E4 11A01-11A0A
11A33-11A39 11A3B-11A3E 11A47 11A51-11A5B 11A8A-11A99 11C2F-11C36 11C38-11C3F 11C92-11CA7
11CA9-11CB6 11D31-11D36 11D3A 11D3C-11D3D 11D3F-11D45 11D47 11D8A-11D8E 11D90-11D91 11D93-11D97
11EF3-11EF6 11F00-11F01 11F03 11F34-11F3A 11F3E-11F42 11F5A 13430-13440 13447-13455 1611E-1612F
16AF0-16AF4 16B30-16B36 16F4F 16F51-16F87 16F8F-16F92 16FE4 16FF0-16FF1 1BC9D-1BC9E 1BCA0-1BCA3
1CF00-1CF2D 1CF30-1CF46 1D165-1D169 1D16D-1D182 1D185-1D18B 1D1AA-1D1AD 1D242-1D244 1DA00-1DA36
1DA3B-1DA6C 1DA75 1DA84 1DA9B-1DA9F 1DAA1-1DAAF 1E000-1E006 1E008-1E018 1E01B-1E021 1E023-1E024
1E026-1E02A 1E08F 1E130-1E136 1E2AE 1E2EC-1E2EF 1E4EC-1E4EF 1E5EE-1E5EF 1E8D0-1E8D6 1E944-1E94A
E0000-E0FFF a: 41 61 AA C0-C5 E0-E5 100-105 1CD-1CE 1DE-1E1 1FA-1FB 200-203 226-227 23A 250-252 386
391 39B 3AC 3B1 410 430 4D0-4D3 13AA 15C5 15E9 1D00 1D2C 1D43-1D45 1D8F 1D9B 1E00-1E01 1E9A
1EA0-1EB7 1F00-1F0F 1F70-1F71 1F80-1F8F 1FB0-1FB4 1FB6-1FBC 2090 20B3 212B 249C 24B6 24D0 2C65 2C6D
2C6F-2C70 2C80-2C81 A4EE-A4EF A7BA-A7BB AB7A FF21 FF41 102A0 10300 10330 16F40 1CCD6 1D400 1D41A
1D434 1D44E 1D468 1D482 1D49C 1D4B6 1D4D0 1D4EA 1D504 1D51E 1D538 1D552 1D56C 1D586 1D5A0 1D5BA
1D5D4 1D5EE 1D608 1D622 1D63C 1D656 1D670 1D68A 1D6A8 1D6B2 1D6C2 1D6E2 1D6EC 1D6FC 1D71C 1D726
1D736 1D756 1D760 1D770 1D790 1D79A 1D7AA 1E030 1E051 1F110 1F130 1F150 1F170 1F1E6 b: 42 62 180-183
243 253 299 392 3B2 3D0 412 42C 432 44C 13CF 13F4 13FC 1472 15AF 15F7 16D2 1D03 1D2E 1D47 1D5D 1D66
1D6C 1D80 1E02-1E07 20BF 212C 249D 24B7 24D1 2C82-2C83 A4D0 A4ED A69D A796-A797 A7B4-A7B5 AB9F FF22
FF42 10282 102A1 10301 10331 10784-10785 1CCD7 1D401 1D41B 1D435 1D44F 1D469 1D483 1D4B7 1D4D1 1D4EB
1D505 1D51F 1D539 1D553 1D56D 1D587 1D5A1 1D5BB 1D5D5 1D5EF 1D609 1D623 1D63D 1D657 1D671 1D68B
1D6A9 1D6C3 1D6E3 1D6FD 1D71D 1D737 1D757 1D771 1D791 1D7AB 1E032 1E053 1F111 1F131 1F151 1F171
1F1E7 c: 43 63 A2 C7 E7 106-10D 187-188 23B-23C 255 297 3F2 3F9 421 441 4AA-4AB 13DF 1455 1C83 1D04
1D9C-1D9D 1E08-1E09 20A1 20B5 2102-2103 212D 216D 217D 2184 249E 24B8 24D2 2CA4-2CA5 A4DA-A4DB
A73E-A73F A792-A794 A7C4 A7F2 ABAF FF23 FF43 102A2 10302 10415 1043D 1051C 1CCD8 1D402 1D41C 1D436
1D450 1D46A 1D484 1D49E 1D4B8 1D4D2 1D4EC 1D520 1D554 1D56E 1D588 1D5A2 1D5BC 1D5D6 1D5F0 1D60A
1D624 1D63E 1D658 1D672 1D68C 1DF1D 1E03F 1E05E 1E06B 1F112 1F12B 1F132 1F152 1F172 1F1E8 d: 44 64
D0 F0 10E-111 189-18C 1C5 1F2 221 256-257 500-501 13A0 13E7 146F 15DE 15EA 1D05-1D06 1D30 1D48 1D6D
1D81 1D91 1D9E 1E0A-1E13 20AB 2145-2146 216E 217E 249F 24B9 24D3 A4D2-A4D3 A4F7 A779-A77A A7C7-A7C8
AB70 ABB7 FF24 FF44 10303 1078B-1078D 1CCD9 1D403 1D41D 1D437 1D451 1D46B 1D485 1D49F 1D4B9 1D4D3
1D4ED 1D507 1D521 1D53B 1D555 1D56F 1D589 1D5A3 1D5BD 1D5D7 1D5F1 1D60B 1D625 1D63F 1D659 1D673
1D68D 1DF25 1F113 1F133 1F153 1F173 1F1A5 1F1E9 e: 45 65 C8-CB E8-EB 112-11B 18E-190 1DD 204-207
228-229 246-247 258-25E 29A 388 395 39E 3A3 3AD 3B5 3F5 400-401 404 415 42D 435 44D 450-451 454
4BC-4BF 4D6-4D7 4EC-4ED 511 13AC 15F4 1D07-1D08 1D31-1D32 1D49-1D4C 1D92-1D95 1D9F 1E14-1E1D
1EB8-1EC7 1F10-1F15 1F18-1F1D 1F72-1F73 1FC8-1FC9 2091 2094 20AC 2107 212E-2130 2147 24A0 24BA 24D4
2C78 2C7B 2C88-2C89 2D39 A4F0-A4F1 A7AB AB32-AB34 AB7C FF25 FF45 10286 10304 10334 1078E-1078F 118A6
118AE 1CCDA 1D404 1D41E 1D438 1D452 1D46C 1D486 1D4D4 1D4EE 1D508 1D522 1D53C 1D556 1D570 1D58A
1D5A4 1D5BE 1D5D8 1D5F2 1D60C 1D626 1D640 1D65A 1D674 1D68E 1D6AC 1D6B5 1D6BA 1D6C6 1D6DC 1D6E6
1D6EF 1D6F4 1D700 1D716 1D720 1D729 1D72E 1D73A 1D750 1D75A 1D763 1D768 1D774 1D78A 1D794 1D79D
1D7A2 1D7AE 1D7C4 1E035 1E048 1E056 1F114 1F134 1F154 1F174 1F1EA f: 46 66 191-192 3DC 493 15B4 1D6E
1D82 1DA0 1E1E-1E1F 20A3 2109 2131 24A1 24BB 24D5 A4DD-A4DE A730 A77B-A77C A798-A799 A7F3 A7FB AB35
FF26 FF46 10287 102A5 10346 10525 118A2 118C2 1CCDB 1D405 1D41F 1D439 1D453 1D46D 1D487 1D4BB 1D4D5
1D4EF 1D509 1D523 1D53D 1D557 1D571 1D58B 1D5A5 1D5BF 1D5D9 1D5F3 1D60D 1D627 1D641 1D65B 1D675
1D68F 1D7CA 1F115 1F135 1F155 1F175 1F1EB g: 47 67 11C-123 193 1E4-1E7 1F4-1F5 260-262 29B 50C 581
13C0 13F3 13FB 161C 1D33 1D4D 1D77 1D79 1D83 1DA2 1E20-1E21 20B2 210A 24A2 24BC 24D6 A4D6 A4E8
A77D-A77F A7A0-A7A1 A7AC A7D0-A7D1 AB36 AB90 FF27 FF47 10332 10792-10794 1CCDC 1D406 1D420 1D43A
1D454 1D46E 1D488 1D4A2 1D4D6 1D4F0 1D50A 1D524 1D53E 1D558 1D572 1D58C 1D5A6 1D5C0 1D5DA 1D5F4
1D60E 1D628 1D642 1D65C 1D676 1D690 1DF01-1DF02 1F116 1F136 1F156 1F176 1F1EC h: 48 68 124-127
21E-21F 265-266 29C 2AE-2B1 389 397 41D 43D 4A2-4A3 4BA-4BB 4C7-4CA 522-523 526-529 570 13BB 13C2
157C 1D34 1D78 1DA3 1E22-1E2B 1E96 1F28-1F2F 1F98-1F9F 1FCA-1FCC 2095 210B-210F 24A3 24BD 24D7
2C67-2C68 2C8E-2C8F A4E7 A78D A795 A7AA A7F8 AB8B AB92 FF28 FF48 102CF 10337 10795-10796 1CCDD 1D407
1D421 1D43B 1D46F 1D489 1D4BD 1D4D7 1D4F1 1D525 1D559 1D573 1D58D 1D5A7 1D5C1 1D5DB 1D5F5 1D60F
1D629 1D643 1D65D 1D677 1D691 1D6AE 1D6E8 1D722 1D75C 1D796 1F117 1F137 1F157 1F177 1F1ED i: 49 69
CC-CF EC-EF 128-131 196-197 1CF-1D0 208-20B 268-26A 38A 390 399 3AA 3AF 3B9 3CA 406-407 456-457 4C0
4CF 13A5 16C1 1D09 1D35 1D62 1D7B 1D96 1DA4-1DA7 1E2C-1E2F 1EC8-1ECB 1F30-1F3F 1F76-1F77 1FBE
1FD0-1FD3 1FD6-1FDB 2071 2110-2111 2139 2148 2160 2170 24A4 24BE 24D8 2C92-2C93 2D4F A4F2 A646-A647
A7AE A7BC-A7BD A7F7 AB75 FF29 FF49 1028A 10309 10339 1041B 10443 10526 118A3 118C3 1CCDE 1D408 1D422
1D43C 1D456 1D470 1D48A 1D4BE 1D4D8 1D4F2 1D526 1D540 1D55A 1D574 1D58E 1D5A8 1D5C2 1D5DC 1D5F6
1D610 1D62A 1D644 1D65E 1D678 1D692 1D6A4 1D6B0 1D6CA 1D6EA 1D704 1D724 1D73E 1D75E 1D778 1D798
1D7B2 1DF1A 1E04C 1E050 1E068 1F118 1F138 1F158 1F178 1F1EE j: 4A 6A 134-135 1F0 237 248-249 25F 284
29D 2B2 37F 3F3 408 458 575 588 13AB 148D 1D0A 1D36 1DA1 1DA8 2149 24A5 24BF 24D9 2C7C A4D9 A4E9
A7B2 AB7B FF2A FF4A 1033E 10798 1CCDF 1D409 1D423 1D43D 1D457 1D471 1D48B 1D4A5 1D4BF 1D4D9 1D4F3
1D50D 1D527 1D541 1D55B 1D575 1D58F 1D5A9 1D5C3 1D5DD 1D5F7 1D611 1D62B 1D645 1D65F 1D679 1D693
1D6A5 1E04D 1F119 1F139 1F159 1F179 1F1EF k: 4B 6B 136-138 198-199 1E8-1E9 29E 39A 3BA 3F0 40C 41A
43A 45C 49A-49F 4C3-4C4 13E6 16D5 1D0B 1D37 1D4F 1D84 1E30-1E35 2096 20AD 212A 24A6 24C0 24DA
2C69-2C6A 2C94-2C95 A4D7-A4D8 A740-A745 A7A2-A7A3 A7B0 ABB6 FF2B FF4B 1033A 10518 1CCE0 1D40A 1D424
1D43E 1D458 1D472 1D48C 1D4A6 1D4C0 1D4DA 1D4F4 1D50E 1D528 1D542 1D55C 1D576 1D590 1D5AA 1D5C4
1D5DE 1D5F8 1D612 1D62C 1D646 1D660 1D67A 1D694 1D6B1 1D6CB 1D6DE 1D6EB 1D705 1D718 1D725 1D73F
1D752 1D75F 1D779 1D78C 1D799 1D7B3 1D7C6 1DF03 1DF10 1E039 1E05A 1F11A 1F13A 1F15A 1F17A 1F1F0 l:
4C 6C A3 139-142 19A 1C8 234 23D 26B-26D 29F 2E1 53C 56C 13DE 14AA 1D0C 1D38 1D85 1DA9-1DAB
1E36-1E3D 2097 20A4 2112-2113 216C 217C 24A7 24C1 24DB 2C60-2C62 2CD0-2CD1 A4E1 A4F6 A746-A749
A780-A781 A78E A7AD AB37-AB39 AB5D-AB5E ABAE FF2C FF4C 1079B-1079D 16F16 16F28 1CCE1 1D40B 1D425
1D43F 1D459 1D473 1D48D 1D4C1 1D4DB 1D4F5 1D50F 1D529 1D543 1D55D 1D577 1D591 1D5AB 1D5C5 1D5DF
1D5F9 1D613 1D62D 1D647 1D661 1D67B 1D695 1DF04 1DF11 1DF13 1DF26 1F11B 1F13B 1F15B 1F17B 1F1F1 m:
4D 6D 19C 26F-271 28D 39C 3FA 41C 43C 4CD-4CE 13B7 15F0 16D6-16D7 1D0D 1D1F 1D39 1D50 1D5A 1D6F 1D86
1DAC-1DAD 1E3E-1E43 2098 20A5 2133 216F 217F 24A8 24C2 24DC 2C6E 2C98-2C99 33A1 33A5 A4DF A773 A7FA
A7FD A7FF AB3A AB69 AB87 FF2D FF4D 102B0 1030C 10311 1033C 1CCE2 1D40C 1D426 1D440 1D45A 1D474 1D48E
1D4C2 1D4DC 1D4F6 1D510 1D52A 1D544 1D55E 1D578 1D592 1D5AC 1D5C6 1D5E0 1D5FA 1D614 1D62E 1D648
1D662 1D67C 1D696 1D6B3 1D6ED 1D727 1D761 1D79B 1E03B 1F11C 1F13C 1F15C 1F17C 1F1F2 n: 4E 6E D1 F1
143-148 14A-14B 19D-19E 1CB 1F8-1F9 220 235 272-274 39D 3AE 3B7 40D 418-419 438-439 45D 4E2-4E5 548
578 57C 144E 1D0E 1D3A 1D51 1D70 1D87 1DAE-1DB0 1E44-1E4B 1F20-1F27 1F74-1F75 1F90-1F97 1FC2-1FC4
1FC6-1FC7 207F 2099 20A6 2115 24A9 24C3 24DD 2C9A-2C9B A4E0 A774 A790-A791 A7A4-A7A5 AB3B FF2E FF4E
1030D 1033D 10513 1CCE3 1D40D 1D427 1D441 1D45B 1D475 1D48F 1D4A9 1D4C3 1D4DD 1D4F7 1D511 1D52B
1D55F 1D579 1D593 1D5AD 1D5C7 1D5E1 1D5FB 1D615 1D62F 1D649 1D663 1D67D 1D697 1D6B4 1D6C8 1D6EE
1D702 1D728 1D73C 1D762 1D776 1D79C 1D7B0 1DF27 1E038 1E059 1F11D 1F13D 1F15D 1F17D 1F1F3 o: 4F 6F
BA D2-D6 D8 F2-F6 F8 14C-151 186 19F-1A1 1D1-1D2 1EA-1ED 1FE-1FF 20C-20F 22A-231 254 275 38C 39F 3BF
3C3 3CC 41E 43E 4E6-4E7 555 585 10FF 1C82 1D0F-1D13 1D16-1D17 1D3C 1D52-1D55 1D97 1DB1 1E4C-1E53
1ECC-1EE3 1F40-1F45 1F48-1F4D 1F78-1F79 1FF8-1FF9 2092 2134 24AA 24C4 24DE 2C7A 2C9E-2C9F 2D54 A4F3
A74A-A74D A7C0-A7C1 AB3D-AB3F FF2F FF4F 10292 102AB 1030F 10404 1042C 104C2 104EA 10516 107A2 118C8
118D7 1CCE4 1D40E 1D428 1D442 1D45C 1D476 1D490 1D4AA 1D4DE 1D4F8 1D512 1D52C 1D546 1D560 1D57A
1D594 1D5AE 1D5C8 1D5E2 1D5FC 1D616 1D630 1D64A 1D664 1D67E 1D698 1D6B6 1D6D0 1D6D4 1D6F0 1D70A
1D70E 1D72A 1D744 1D748 1D764 1D77E 1D782 1D79E 1D7B8 1D7BC 1DF1B 1E03C 1E05C 1F11E 1F13E 1F15E
1F17E 1F1F4 p: 50 70 1A4-1A5 3A1 3C1 3F1 420 440 48E-48F 13E2 146D 1D18 1D29 1D3E 1D56 1D68 1D71
1D7D 1D88 1E54-1E57 1FE4-1FE5 1FEC 209A 20B1 20BD 2119 24AB 24C5 24DF 2C63 2CA2-2CA3 A4D1 A750-A755
A7FC ABB2 FF30 FF50 10295 1CCE5 1D40F 1D429 1D443 1D45D 1D477 1D491 1D4AB 1D4C5 1D4DF 1D4F9 1D513
1D52D 1D561 1D57B 1D595 1D5AF 1D5C9 1D5E3 1D5FD 1D617 1D631 1D64B 1D665 1D67F 1D699 1D6B8 1D6D2
1D6E0 1D6F2 1D70C 1D71A 1D72C 1D746 1D754 1D766 1D780 1D78E 1D7A0 1D7BA 1D7C8 1E03E 1F11F 1F13F
1F15F 1F17F 1F18A 1F1F5 q: 51 71 24A-24B 2A0 51A-51B 563 566 211A 24AC 24C6 24E0 2D55 A756-A759 A7AF
A7F4 FF31 FF51 10312 107A5 1CCE6 1D410 1D42A 1D444 1D45E 1D478 1D492 1D4AC 1D4C6 1D4E0 1D4FA 1D514
1D52E 1D562 1D57C 1D596 1D5B0 1D5CA 1D5E4 1D5FE 1D618 1D632 1D64C 1D666 1D680 1D69A 1F120 1F140
1F160 1F180 1F1F6 r: 52 72 154-159 1A6 210-213 24C-24D 279-281 2B3-2B6 42F 433 44F 453 491 495 4F7
4FB 13A1 13D2 1587 16B1 1D19-1D1A 1D26 1D3F 1D63 1D72-1D73 1D89 1E58-1E5F 211B-211E 24AD 24C7 24E1
2C64 2C79 2C85 A4E3-A4E4 A75A-A75B A775 A782-A783 A7A6-A7A7 AB45-AB49 AB4B-AB4C AB68 AB71 AB81 ABA2
FF32 FF52 10342 104B4 104DC 107A6-107AA 16F35 1CCE7 1D411 1D42B 1D445 1D45F 1D479 1D493 1D4C7 1D4E1
1D4FB 1D52F 1D563 1D57D 1D597 1D5B1 1D5CB 1D5E5 1D5FF 1D619 1D633 1D64D 1D667 1D681 1D69B 1DF08
1DF15-1DF16 1DF28 1E033 1E054 1E067 1F121 1F12C 1F141 1F161 1F181 1F1F7 s: 53 73 15A-161 17F 218-219
23F 282 2E2 405 455 54F 13D5 13DA 1D74 1D8A 1DB3 1E60-1E69 1E9B-1E9D 209B 24AE 24C8 24E2 2C7E A4E2
A731 A784-A785 A7A8-A7A9 A7C5 A7C9-A7CA A7CC-A7CD A7D6-A7D9 ABA5 ABAA FF33 FF53 10296 10314 10343
10420 10448 107BA 118C1 16F3A 1CCE8 1D412 1D42C 1D446 1D460 1D47A 1D494 1D4AE 1D4C8 1D4E2 1D4FC
1D516 1D530 1D54A 1D564 1D57E 1D598 1D5B2 1D5CC 1D5E6 1D600 1D61A 1D634 1D64E 1D668 1D682 1D69C
1DF1E 1DF29 1E069 1F122 1F12A 1F142 1F162 1F182 1F1F8 t: 54 74 162-167 1AB-1AE 21A-21B 236 23E
287-288 3A4 3C4 422 442 4AC-4AD 13A2 1C84 1D1B 1D40 1D57 1D75 1DB5 1E6A-1E71 1E97 209C 20AE 20B8
24AF 24C9 24E3 2C66 2CA6-2CA7 A4D4-A4D5 A68A-A68B A777 A786-A787 A7B1 AB72 FF34 FF54 10297 102B1
10315 10344 107AF 118BC 16F0A 1CCE9 1D413 1D42D 1D447 1D461 1D47B 1D495 1D4AF 1D4C9 1D4E3 1D4FD
1D517 1D531 1D54B 1D565 1D57F 1D599 1D5B3 1D5CD 1D5E7 1D601 1D61B 1D635 1D64F 1D669 1D683 1D69D
1D6BB 1D6D5 1D6F5 1D70F 1D72F 1D749 1D769 1D783 1D7A3 1D7BD 1DF09 1DF0D 1DF2A 1E040 1F123 1F143
1F163 1F183 1F1F9 u: 55 75 B5 D9-DC F9-FC 168-173 1AF-1B1 1D3-1DC 214-217 244 289-28A 3B0 3BC 3C5
3CB 3CD 54D 57D 144C 1D1C-1D1E 1D41 1D58-1D59 1D64 1D7E 1D99 1DB6-1DB8 1E72-1E7B 1EE4-1EF1 1F50-1F57
1F7A-1F7B 1FE0-1FE3 1FE6-1FE7 24B0 24CA 24E4 A4F4-A4F5 A7B8-A7B9 A7BE-A7BF AB4E AB52 AB5F FF35 FF55
1033F 104CE 104F6 118B8 118D8 16F42 1CCEA 1D414 1D42E 1D448 1D462 1D47C 1D496 1D4B0 1D4CA 1D4E4
1D4FE 1D518 1D532 1D54C 1D566 1D580 1D59A 1D5B4 1D5CE 1D5E8 1D602 1D61C 1D636 1D650 1D66A 1D684
1D69E 1D6CD 1D6D6 1D707 1D710 1D741 1D74A 1D77B 1D784 1D7B5 1D7BE 1F124 1F144 1F164 1F184 1F1FA v:
56 76 1B2 245 28B-28C 3BD 474-477 13D9 142F 1D20 1D5B 1D65 1D8C 1DB9-1DBA 1E7C-1E7F 1EFC-1EFD 2164
2174 24B1 24CB 24E5 2C71 2C74 2C7D 2D38 A4E5-A4E6 A75E-A75F ABA9 FF36 FF56 10316 1051D 107B0 118A0
118C0 16F08 1CCEB 1D415 1D42F 1D449 1D463 1D47D 1D497 1D4B1 1D4CB 1D4E5 1D4FF 1D519 1D533 1D54D
1D567 1D581 1D59B 1D5B5 1D5CF 1D5E9 1D603 1D61D 1D637 1D651 1D66B 1D685 1D69F 1D6CE 1D708 1D742
1D77C 1D7B6 1F125 1F145 1F165 1F185 1F1FB w: 57 77 174-175 2B7 3C9 3CE 428 448 460-461 47C-47D
51C-51D 561 13B3 13D4 15EF 1D21 1D42 1E80-1E89 1E98 1F60-1F67 1F7C-1F7D 1FA0-1FA7 1FF2-1FF4
1FF6-1FF7 20A9 24B2 24CC 24E6 2C72-2C73 A4EA A7B6-A7B7 A7C2-A7C3 AB83 ABA4 FF37 FF57 1CCEC 1D416
1D430 1D44A 1D464 1D47E 1D498 1D4B2 1D4CC 1D4E6 1D500 1D51A 1D534 1D54E 1D568 1D582 1D59C 1D5B6
1D5D0 1D5EA 1D604 1D61E 1D638 1D652 1D66C 1D686 1D6A0 1D6DA 1D714 1D74E 1D788 1D7C2 1E046 1E064
1F126 1F146 1F166 1F186 1F1FC x: 58 78 2E3 3A7 3C7 425 445 4B2-4B3 4FC-4FF 1541 157D 166D 16B7 1D61
1D6A 1D8D 1E8A-1E8D 2093 2169 2179 24B3 24CD 24E7 2CAC-2CAD 2D5D A4EB A7B3 AB53 AB56-AB59 FF38 FF58
10290 102B4 10317 10527 1CCED 1D417 1D431 1D44B 1D465 1D47F 1D499 1D4B3 1D4CD 1D4E7 1D501 1D51B
1D535 1D54F 1D569 1D583 1D59D 1D5B7 1D5D1 1D5EB 1D605 1D61F 1D639 1D653 1D66D 1D687 1D6A1 1D6BE
1D6D8 1D6F8 1D712 1D732 1D74C 1D76C 1D786 1D7A6 1D7C0 1E043 1E061 1F127 1F147 1F167 1F187 1F1FD y:
59 79 A5 DD FD FF 176-178 194 1B3-1B4 232-233 24E-24F 263 28E-28F 2B8 2E0 38E 3A5 3AB 3B3 3D2-3D4
40E 423 443 45E 4AE-4B1 4EE-4F3 10E7 13A9 13BD 1D5E 1D67 1E8E-1E8F 1E99 1EF2-1EF9 1EFE-1EFF 1F59
1F5B 1F5D 1F5F 1FE8-1FEB 213D 24B4 24CE 24E8 2CA8-2CA9 A4EC AB5A AB79 AB8D FF39 FF59 102B2
107A0-107A1 107B2 118A4 118DC 16F43 1CCEE 1D418 1D432 1D44C 1D466 1D480 1D49A 1D4B4 1D4CE 1D4E8
1D502 1D51C 1D536 1D550 1D56A 1D584 1D59E 1D5B8 1D5D2 1D5EC 1D606 1D620 1D63A 1D654 1D66E 1D688
1D6A2 1D6BC 1D6C4 1D6F6 1D6FE 1D730 1D738 1D76A 1D772 1D7A4 1D7AC 1DF06 1E041 1E04F 1E05F 1E06D
1F128 1F148 1F168 1F188 1F1FE z: 5A 7A 179-17E 1B5-1B6 224-225 240 290-291 396 13C3 1D22 1D76 1D8E
1DBB-1DBD 1E90-1E95 2124 2128 24B5 24CF 24E9 2C6B-2C6C 2C7F A4DC A762-A763 A7C6 AB93 FF3A FF5A 118C4
1CCEF 1D419 1D433 1D44D 1D467 1D481 1D49B 1D4B5 1D4CF 1D4E9 1D503 1D537 1D56B 1D585 1D59F 1D5B9
1D5D3 1D5ED 1D607 1D621 1D63B 1D655 1D66F 1D689 1D6A3 1D6AD 1D6E7 1D721 1D75B 1D795 1F129 1F149
1F169 1F189 1F1FF
"""


class _LetterTable(dict[int, str]):
    """Code point to letter or nothing; a code point that is absent is a separator."""

    def __init__(self) -> None:
        super().__init__()
        target = ""
        for item in _LETTERS.split():
            if item[-1] == ":":
                target = item[:-1].strip("-")
                continue
            first, _, last = item.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                self[code] = target

    def __missing__(self, key: int) -> str:
        return " "


_LETTER_TABLE = _LetterTable()
_ASCII_LETTERS = "".join(_LETTER_TABLE[code] for code in range(128)).encode() + b" " * 128
_TERM_FORMS: dict[tuple[str, ...], tuple[str, ...]] = {}


def _letter_tokens(text: str) -> str:
    if text.isascii():
        return " ".join(text.encode().translate(_ASCII_LETTERS).decode().split())
    return " ".join(text.translate(_LETTER_TABLE).split())


def _term_forms(terms: tuple[str, ...]) -> tuple[str, ...]:
    forms = tuple(" " + _letter_tokens(term) + " " for term in terms)
    if "  " in forms:
        raise ValueError("a term without a letter a to z can never be mentioned")
    if len(_TERM_FORMS) >= 1000:
        _TERM_FORMS.clear()
    _TERM_FORMS[terms] = forms
    return forms


def mentions(text: str, terms: tuple[str, ...]) -> bool:
    """Whether `text` mentions at least one of `terms`, each a sequence of letter tokens.

    Raises: ValueError for a term without a letter.
    """
    forms = _TERM_FORMS.get(terms) or _term_forms(terms)
    words = " " + _letter_tokens(text) + " "
    for form in forms:
        if form in words:
            return True
    return False


def allows(
    session: Session,
    study: Study | None,
    study_rem_policy: RemPolicy | None,
) -> bool:
    """Whether the Session is allowed; the first doubt ends it. Never raises."""
    try:
        if type(session) is not Session:
            return False
        rem_flag = session.rem_flag
        purpose = session.purpose
        started_at = session.started_at
        ended_at = session.ended_at
        if (
            type(rem_flag) is not bool
            or type(purpose) is not str
            or type(started_at) is not int
            or not 0 <= started_at <= 7258118399999999
            or (
                ended_at is not None
                and (type(ended_at) is not int or not 0 <= ended_at <= 7258118399999999)
            )
        ):
            return False
        if session.study is not None and type(session.study) is not str:
            return False
        if study is not None:
            if type(study) is not Study or type(study.id) is not str:
                return False
            if study.id != session.study:
                study = None
            else:
                study_rem_sleep_allowed = study.rem_sleep_allowed
                study_title = study.title
                study_study_code = study.study_code
                if (
                    type(study_rem_sleep_allowed) is not bool
                    or type(study_title) is not str
                    or type(study_study_code) is not str
                ):
                    return False
        if study is None:
            study_rem_policy = None
        else:
            if study.rem_policy is not None and type(study.rem_policy) is not str:
                return False
            if study_rem_policy is not None:
                if type(study_rem_policy) is not RemPolicy or type(study_rem_policy.id) is not str:
                    return False
                if study_rem_policy.id != study.rem_policy:
                    study_rem_policy = None
                else:
                    study_rem_policy_rem_excluded = study_rem_policy.rem_excluded
                    study_rem_policy_effective_from = study_rem_policy.effective_from
                    study_rem_policy_effective_to = study_rem_policy.effective_to
                    if (
                        type(study_rem_policy_rem_excluded) is not bool
                        or type(study_rem_policy_effective_from) is not int
                        or not 0 <= study_rem_policy_effective_from <= 7258118399999999
                        or (
                            study_rem_policy_effective_to is not None
                            and (type(study_rem_policy_effective_to) is not int or not 0 <= study_rem_policy_effective_to <= 7258118399999999)
                        )
                    ):
                        return False
        if study is None:
            return False
        if study_rem_policy is None:
            return False
        if study_rem_sleep_allowed:
            return False
        if not study_rem_policy_rem_excluded:
            return False
        if rem_flag:
            return False
        if not study_rem_policy_effective_from <= started_at:
            return False
        if not (study_rem_policy_effective_to is None or started_at < study_rem_policy_effective_to):
            return False
        if not (ended_at is None or started_at <= ended_at):
            return False
        if mentions(study_title, _TERMS_1):
            return False
        if mentions(study_study_code, _TERMS_1):
            return False
        return not mentions(purpose, _TERMS_1)
    except Exception:
        return False


def decide(
    session: Session,
    study: Study | None,
    study_rem_policy: RemPolicy | None,
) -> Decision:
    """Whether the Session is allowed and, if not, every reason why. Never raises."""
    if allows(
        session,
        study,
        study_rem_policy,
    ):
        return ALLOWED
    try:
        return _explain(
            session,
            study,
            study_rem_policy,
        )
    except Exception:
        return Decision(False, ("session",), ())


def _check_session(record: Session, invalid: list[str]) -> Session:
    if type(record.rem_flag) is not bool:
        invalid.append("rem_flag")
        record = replace(record, rem_flag=False)
    if type(record.purpose) is not str:
        invalid.append("purpose")
        record = replace(record, purpose="")
    if type(record.started_at) is not int or not 0 <= record.started_at <= 7258118399999999:
        invalid.append("started_at")
        record = replace(record, started_at=0)
    if (
            record.ended_at is not None
            and (type(record.ended_at) is not int or not 0 <= record.ended_at <= 7258118399999999)
        ):
        invalid.append("ended_at")
        record = replace(record, ended_at=None)
    return record


def _check_study(
    parent: Session | None, record: Study | None, invalid: list[str]
) -> Study | None:
    if parent is None:
        return None
    if parent.study is not None and type(parent.study) is not str:
        invalid.append("study")
    if record is None:
        return None
    if type(record) is not Study:
        invalid.append("study")
        return None
    if type(record.id) is not str:
        invalid.append("study.id")
        return None
    if record.id != parent.study:
        return None
    if type(record.rem_sleep_allowed) is not bool:
        invalid.append("study.rem_sleep_allowed")
        record = replace(record, rem_sleep_allowed=False)
    if type(record.title) is not str:
        invalid.append("study.title")
        record = replace(record, title="")
    if type(record.study_code) is not str:
        invalid.append("study.study_code")
        record = replace(record, study_code="")
    return record


def _check_study_rem_policy(
    parent: Study | None, record: RemPolicy | None, invalid: list[str]
) -> RemPolicy | None:
    if parent is None:
        return None
    if parent.rem_policy is not None and type(parent.rem_policy) is not str:
        invalid.append("study.rem_policy")
    if record is None:
        return None
    if type(record) is not RemPolicy:
        invalid.append("study.rem_policy")
        return None
    if type(record.id) is not str:
        invalid.append("study.rem_policy.id")
        return None
    if record.id != parent.rem_policy:
        return None
    if type(record.rem_excluded) is not bool:
        invalid.append("study.rem_policy.rem_excluded")
        record = replace(record, rem_excluded=False)
    if type(record.effective_from) is not int or not 0 <= record.effective_from <= 7258118399999999:
        invalid.append("study.rem_policy.effective_from")
        record = replace(record, effective_from=0)
    if (
            record.effective_to is not None
            and (type(record.effective_to) is not int or not 0 <= record.effective_to <= 7258118399999999)
        ):
        invalid.append("study.rem_policy.effective_to")
        record = replace(record, effective_to=None)
    return record


def _explain(
    session: Session,
    study: Study | None,
    study_rem_policy: RemPolicy | None,
) -> Decision:
    if type(session) is not Session:
        return Decision(False, ("session",), ())
    invalid: list[str] = []
    session = _check_session(session, invalid)
    study = _check_study(session, study, invalid)
    study_rem_policy = _check_study_rem_policy(study, study_rem_policy, invalid)
    reasons: list[Reason] = []
    if not (study is not None and not study.rem_sleep_allowed):
        reasons.append(_REASON_1)
    if not (study is not None and not mentions(study.title, _TERMS_1)):
        reasons.append(_REASON_2)
    if not (study is not None and not mentions(study.study_code, _TERMS_1)):
        reasons.append(_REASON_3)
    if not (study_rem_policy is not None and study_rem_policy.rem_excluded):
        reasons.append(_REASON_4)
    if session.rem_flag:
        reasons.append(_REASON_5)
    if mentions(session.purpose, _TERMS_1):
        reasons.append(_REASON_6)
    if not (
        study_rem_policy is not None
        and study_rem_policy.effective_from <= session.started_at
        and (
            study_rem_policy.effective_to is None
            or session.started_at < study_rem_policy.effective_to
        )
    ):
        reasons.append(_REASON_7)
    if not (session.ended_at is None or session.started_at <= session.ended_at):
        reasons.append(_REASON_8)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
