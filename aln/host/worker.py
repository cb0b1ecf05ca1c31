"""The process that `LocalExecutor` starts: calls what comes on standard input and answers on standard output, until its
caller ends. Calls and outcomes are pickles, each after its size in eight bytes."""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
import traceback
from typing import IO

__all__ = ["call", "outcome", "receive", "send"]


def call(fn: object, arguments: tuple[object, ...], named: dict[str, object]) -> bytes:
    """A call as `outcome` takes it. Raises what pickling raises."""
    return pickle.dumps((fn, arguments, named))


def outcome(called: bytes) -> bytes:
    """What comes of a call, pickled: true and what it gave, or false and what it raised."""
    try:
        fn, arguments, named = pickle.loads(called)
        return pickle.dumps((True, fn(*arguments, **named)))
    except Exception as error:
        error.add_note(f"where it ran:\n{traceback.format_exc()}")
        return failure(error)


def failure(error: Exception) -> bytes:
    """The outcome of a call that raised, also where the error itself cannot be sent."""
    try:
        data = pickle.dumps((False, error))
        pickle.loads(data)
        return data
    except Exception:
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))


def send(pipe: IO[bytes], data: bytes) -> None:
    """Writes one message. Raises `BrokenPipeError` where nobody reads it."""
    pipe.write(len(data).to_bytes(8, "big"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """One message that `send` writes; raises `EOFError` where the other end is gone."""
    size = pipe.read(8)
    if len(size) == 8:
        data = pipe.read(int.from_bytes(size, "big"))
        if len(data) == int.from_bytes(size, "big"):
            return data
    raise EOFError


def main() -> None:
    sys.setrecursionlimit(20_000)
    calls: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    source, output = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What is called must neither take what is for this loop, nor print among its answers.
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)

    def listen() -> None:
        try:
            while True:
                calls.put(receive(source))
        finally:
            os._exit(1)  # the caller is gone, and nobody waits for the call at hand

    threading.Thread(target=listen, daemon=True).start()
    while True:
        send(output, outcome(calls.get()))


if __name__ == "__main__":
    main()
