"""Characters that are not Latin letters and are read as one: the hand-made part of the letter table.

A character stands here when its *shape* is that of a Latin letter, so that a reader sees the letter, and
Unicode's own decompositions and names do not say so. Sound plays no part: Greek rho is `p`, because it is
seen as one. Not here: digits and ASCII symbols (`R3M`, `R$M` are two tokens each), picture-like CJK or Thai
spellings.

`GROUPS` maps a prefix of Unicode names to letter → rest of the name; several are parted by commas. A `*` in a
prefix stands for `CAPITAL` and `SMALL`, where they exist.
"""

from __future__ import annotations

__all__ = ["GROUPS"]

GROUPS: tuple[tuple[str, dict[str, str]], ...] = (
    # Lamda (Unicode's spelling), Sigma and Xi are drawn for A and E in titles ("DREΛM", "RΣM", "RΞM").
    (
        "GREEK CAPITAL LETTER ",
        {"a": "ALPHA,LAMDA", "b": "BETA", "e": "EPSILON,SIGMA,XI", "z": "ZETA", "h": "ETA", "i": "IOTA"}
        | {"j": "YOT", "k": "KAPPA", "m": "MU", "n": "NU", "o": "OMICRON", "p": "RHO", "t": "TAU"}
        | {"y": "UPSILON", "x": "CHI"},
    ),
    (
        "GREEK SMALL LETTER ",
        {"a": "ALPHA", "b": "BETA", "e": "EPSILON", "n": "ETA", "i": "IOTA", "k": "KAPPA", "u": "MU,UPSILON"}
        | {"v": "NU", "o": "OMICRON,SIGMA", "p": "RHO", "t": "TAU", "x": "CHI", "y": "GAMMA", "w": "OMEGA"},
    ),
    (
        "GREEK ",
        {"c": "LUNATE SIGMA SYMBOL,CAPITAL LUNATE SIGMA SYMBOL", "f": "LETTER DIGAMMA", "j": "LETTER YOT"}
        | {"m": "CAPITAL LETTER SAN", "p": "LETTER SMALL CAPITAL RHO", "r": "LETTER SMALL CAPITAL GAMMA"},
    ),
    # E, I and YA are mirrored E, N and R: the "faux Cyrillic" of titles.
    (
        "CYRILLIC * LETTER ",
        {"a": "A", "b": "VE,SOFT SIGN", "c": "ES", "d": "KOMI DE", "e": "IE,UKRAINIAN IE,ABKHASIAN CHE,E"}
        | {"h": "EN,SHHA", "i": "BYELORUSSIAN-UKRAINIAN I,IOTA", "j": "JE", "k": "KA", "m": "EM", "n": "I"}
        | {"o": "O", "p": "ER", "q": "QA", "r": "YA", "s": "DZE", "t": "TE", "v": "IZHITSA"}
        | {"w": "OMEGA,SHA,WE", "x": "HA", "y": "U,STRAIGHT U"},
    ),
    (
        "CYRILLIC ",
        {"c": "SMALL LETTER WIDE ES", "e": "SMALL LETTER REVERSED ZE", "f": "SMALL LETTER GHE WITH STROKE"}
        | {"g": "CAPITAL LETTER KOMI SJE", "i": "LETTER PALOCHKA,SMALL LETTER PALOCHKA"}
        | {"o": "SMALL LETTER NARROW O", "r": "SMALL LETTER GHE", "t": "SMALL LETTER TALL TE"},
    ),
    ("ARMENIAN CAPITAL LETTER ", {"l": "LIWN", "n": "VO", "o": "OH", "s": "TIWN", "u": "SEH"}),
    (
        "ARMENIAN SMALL LETTER ",
        {"g": "CO", "h": "HO", "j": "YI", "l": "LIWN", "n": "VO,RA", "o": "OH", "q": "GIM,ZA", "u": "SEH"}
        | {"w": "AYB"},
    ),
    (
        "COPTIC * LETTER ",
        {
            "a": "ALFA",
            "b": "VIDA",
            "c": "SIMA",
            "e": "EIE",
            "h": "HATE",
            "i": "IAUDA",
            "k": "KAPA",
            "l": "L-SHAPED HA",
        }
        | {"m": "MI", "n": "NI", "o": "O", "p": "RO", "t": "TAU", "x": "KHI", "y": "UA"},
    ),
    ("COPTIC SMALL LETTER ", {"r": "GAMMA"}),
    (
        "CHEROKEE LETTER ",
        {"a": "GO", "b": "SI,YV", "c": "TLI", "d": "A,TSU", "e": "GV", "g": "NAH,YU", "h": "MI,NI", "i": "V"}
        | {"j": "GU", "k": "TSO", "l": "TLE", "m": "LU", "p": "TLV", "r": "E,SV", "s": "DE,DU", "t": "I"}
        | {"v": "DO", "w": "LA,TA", "y": "GI,MU", "z": "NO"},
    ),
    (
        "CHEROKEE SMALL LETTER ",
        {"a": "GO", "b": "SI,YV", "c": "TLI", "d": "A,TSU", "e": "GV", "g": "NAH,YU", "h": "MI,NI", "i": "V"}
        | {"j": "GU", "k": "TSO", "l": "TLE", "m": "LU", "p": "TLV", "r": "E,SV,HU", "s": "DE,DU", "t": "I"}
        | {"v": "DO", "w": "LA,TA", "y": "GI,MU", "z": "NO"},
    ),
    # Lisu is written with Latin capitals, upright and turned.
    (
        "LISU LETTER ",
        {
            "a": "A,AE",
            "b": "BA,GHA",
            "c": "CA,CHA",
            "d": "DA,PHA,OE",
            "e": "E,EU",
            "f": "TSA,TSHA",
            "g": "GA,HHA",
        }
        | {"h": "XA", "i": "I", "j": "JA,FA", "k": "KA,KHA", "l": "LA,UH", "m": "MA", "n": "NA", "o": "O"}
        | {"p": "PA", "r": "ZHA,ZA", "s": "SA", "t": "TA,THA", "u": "U,UE", "v": "HA,NGA", "w": "WA"}
        | {"x": "SHA", "y": "YA", "z": "DZA"},
    ),
    (
        "CANADIAN SYLLABICS ",
        {
            "a": "CARRIER GHO,CARRIER PO",
            "b": "KA,AIVILIK B,CARRIER KHE",
            "c": "TA",
            "d": "KO,CARRIER PE,CARRIER THE",
        }
        | {"e": "CARRIER GA", "f": "BLACKFOOT WE", "g": "CARRIER JJU", "h": "NUNAVUT H", "j": "CO", "l": "MA"}
        | {"m": "CARRIER GO", "n": "TI", "p": "KI", "r": "TLHI", "u": "TE", "v": "PE", "w": "CARRIER GU"}
        | {"x": "HK,SAYISI YI,CHI SIGN"},
    ),
    (
        "RUNIC LETTER ",
        {"b": "BERKANAN BEORC BJARKAN B", "i": "ISAZ IS ISS I", "k": "OPEN-P", "m": "EHWAZ EH E,MANNAZ MAN M"}
        | {"r": "RAIDO RAD REID R", "x": "GEBO GYFU G"},
    ),
    (
        "GOTHIC LETTER ",
        {
            "a": "AHSA",
            "b": "BAIRKAN",
            "e": "AIHVUS",
            "f": "FAIHU",
            "g": "GIBA",
            "h": "HAGL",
            "i": "EIS",
            "j": "JER",
        }
        | {"k": "KUSMA", "m": "MANNA", "n": "NAUTHS", "r": "RAIDA", "s": "SAUIL", "t": "TEIWS", "u": "URUS"},
    ),
    (
        "OLD ITALIC LETTER ",
        {
            "a": "A",
            "b": "BE",
            "c": "KE",
            "d": "DE",
            "e": "E",
            "i": "I",
            "m": "EM,SHE",
            "n": "EN",
            "o": "O",
            "q": "KU",
        }
        | {"s": "ES", "t": "TE", "v": "U", "x": "EKS"},
    ),
    (
        "TIFINAGH LETTER ",
        {"e": "YADD", "i": "YAN", "o": "YAR", "q": "YARR", "v": "YADH", "x": "YATH"},
    ),
    (
        "LYCIAN LETTER ",
        {"b": "B", "e": "I", "f": "W", "i": "J", "o": "U", "p": "R", "s": "S", "t": "T", "x": "MM"},
    ),
    (
        "CARIAN LETTER ",
        {
            "a": "A",
            "b": "P2",
            "c": "D",
            "f": "R",
            "h": "E2",
            "m": "S",
            "o": "O",
            "t": "C-18",
            "x": "X",
            "y": "U",
        },
    ),
    (
        "ELBASAN LETTER ",
        {"c": "SHE", "f": "GHE", "i": "GHAMMA", "k": "QE", "n": "NE", "o": "O", "v": "TE", "x": "KHE"},
    ),
    ("DESERET * LETTER ", {"c": "CHEE", "i": "ETH", "o": "LONG O", "s": "ZHEE"}),
    ("OSAGE * LETTER ", {"o": "O", "r": "BRA", "u": "U"}),
    (
        "WARANG CITI CAPITAL LETTER ",
        {"e": "II,YUJ", "f": "WI", "i": "YU", "t": "HAR", "u": "PU", "v": "NGAA", "y": "YA"},
    ),
    (
        "WARANG CITI SMALL LETTER ",
        {"f": "WI", "i": "YU", "s": "A", "o": "E,BU", "u": "PU", "v": "NGAA", "y": "HAR", "z": "YA"},
    ),
    (
        "MIAO LETTER ",
        {"a": "ZZYA", "l": "LA,GHA", "r": "ZHA", "s": "SA", "t": "TA", "u": "WA", "v": "VA", "y": "AH"},
    ),
    ("GEORGIAN LETTER ", {"o": "LABIAL SIGN", "y": "QAR"}),
    # Latin letters whose names do not say which letter they are drawn as.
    (
        "LATIN * LETTER ",
        {
            "a": "ALPHA,TURNED ALPHA",
            "b": "BETA",
            "d": "ETH",
            "e": "SCHWA",
            "i": "IOTA",
            "n": "ENG",
            "u": "UPSILON,U BAR",
        }
        | {"w": "OMEGA", "x": "CHI", "y": "GAMMA"},
    ),
    (
        "LATIN SMALL LETTER ",
        {"e": "SCHWA WITH HOOK,SCHWA WITH RETROFLEX HOOK", "k": "KRA", "m": "TURNED W,MUM", "n": "NUM"}
        | {"r": "DOUBLE R,R WITHOUT HANDLE,RUM", "t": "TUM"},
    ),
    (
        "LATIN ",
        {
            "c": "LETTER STRETCHED C",
            "d": "CAPITAL LETTER AFRICAN D,LETTER SMALL CAPITAL ETH",
            "r": "LETTER YR",
        },
    ),
    # Currency signs are letters with a stroke, and are typed for them: "R€M", "Ɽ€₥".
    (
        "",
        {"a": "AUSTRAL SIGN", "b": "BITCOIN SIGN", "c": "CENT SIGN,CEDI SIGN,COLON SIGN", "d": "DONG SIGN"}
        | {"e": "EURO SIGN,ESTIMATED SYMBOL", "f": "FRENCH FRANC SIGN", "g": "GUARANI SIGN", "k": "KIP SIGN"}
        | {"l": "POUND SIGN,LIRA SIGN", "m": "MILL SIGN", "n": "NAIRA SIGN", "p": "PESO SIGN,RUBLE SIGN"}
        | {"r": "PRESCRIPTION TAKE", "t": "TUGRIK SIGN,TENGE SIGN", "w": "WON SIGN", "y": "YEN SIGN"},
    ),
)
