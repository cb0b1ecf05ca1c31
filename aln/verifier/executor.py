"""Where portfolio work runs: the two calls that are made of a `concurrent.futures.Executor`, which `host` hands in.

Processes are made and ended elsewhere (`aln.host.executor`, `aln.host.cluster`); here it is enough that work can be given
away and asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

__all__ = ["Executor", "Future"]

T_co = TypeVar("T_co", covariant=True)


class Future(Protocol[T_co]):
    """Work that was given away."""

    def result(self) -> T_co:
        """What came of it. Raises what the work raised; a `RuntimeError` where its process is gone."""

    def cancel(self) -> bool:
        """Gives it up: what waits never begins, and what runs in a process of its own ends with it."""


class Executor(Protocol):
    """Takes work."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Begins `fn(*args)` somewhere."""
