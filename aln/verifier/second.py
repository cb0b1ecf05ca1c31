"""The second opinion: the same SMT-LIB text, given to cvc5."""

from __future__ import annotations

import re
from typing import Literal

from aln.verifier.obligation import Certificate

Answer = Literal["sat", "unsat", "unknown"]


def smtlib(solver: object) -> str:
    """The assertions of a Z3 solver as one SMT-LIB 2.6 script, the same whatever was asked of Z3 before."""
    text: str = solver.to_smt2()  # type: ignore[attr-defined]
    # Z3 names its own extensions in comments and `set-info`; the assertions themselves are standard.
    body = "\n".join(line for line in text.splitlines() if not line.startswith((";", "(set-info")))
    # The names of shared terms hold numbers that Z3 gives away in order of creation.
    names: dict[str, str] = {}
    body = re.sub(
        r"(?<=[ (])([$?])x\d+(?=[ )\n])", lambda m: names.setdefault(m[0], f"{m[1]}x{len(names) + 1}"), body
    )
    return f"(set-logic ALL)\n{body}\n"


def second_opinion(script: str, units: int = 2_000_000) -> Answer:
    """What cvc5 says of an SMT-LIB script; `unknown` when it gives up within `units` of its resource or fails."""
    import cvc5

    solver = cvc5.Solver()
    solver.setOption("rlimit-per", str(units))
    parser = cvc5.InputParser(solver)
    symbols = parser.getSymbolManager()
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, script, "obligation")
    answer: Answer = "unknown"
    try:
        while True:
            command = parser.nextCommand()
            if command.isNull():
                return answer
            said = str(command.invoke(solver, symbols)).strip()
            if said in ("sat", "unsat", "unknown"):
                answer = said  # type: ignore[assignment]
            elif said.startswith("(error"):
                return "unknown"
    except RuntimeError:
        return "unknown"


def put_again(certificate: Certificate) -> tuple[Literal["agrees", "contradicts", "unknown"], ...]:
    """What cvc5 says of each query of a certificate, be it one without a model or one that found a witness."""
    out: list[Literal["agrees", "contradicts", "unknown"]] = []
    for expected, queries in (("unsat", certificate.queries), ("sat", certificate.found_by)):
        for _, script in queries:
            said = second_opinion(script)
            out.append("unknown" if said == "unknown" else "agrees" if said == expected else "contradicts")
    return tuple(out)
