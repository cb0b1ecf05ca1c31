"""The process that `work` starts: answers units from standard input on standard output, until its caller ends."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import cast

from aln.host.work import prove_unit, received, send
from aln.verifier.obligation import Budget, Obligation

__all__: list[str] = []

Question = tuple[list[Obligation], Budget]


def main() -> None:
    sys.setrecursionlimit(20_000)
    questions: queue.SimpleQueue[Question] = queue.SimpleQueue()
    output = os.dup(1)
    os.dup2(2, 1)  # what a solver prints must not end up among the answers

    def listen() -> None:
        for question in received(0):
            questions.put(cast(Question, question))
        os._exit(0)  # the caller is gone, and nobody waits for the proof at hand

    threading.Thread(target=listen, daemon=True).start()
    while True:
        obligations, budget = questions.get()
        found = prove_unit(obligations, tuple(range(len(obligations))), budget)
        send(output, list(found.values()))


if __name__ == "__main__":
    main()
