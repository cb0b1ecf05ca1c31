"""The executor of a Dask cluster: tasks run on its workers, each in a process that its worker can end.

A Dask task that runs cannot be interrupted, and a solver may hang, crash or take all memory. So the thread of the Dask
worker only waits, for a process of a `LocalExecutor` there, and ends it when the client has let go of the task or is
gone. A worker of the cluster that is lost costs its tasks one more attempt elsewhere; lost again, they are `WorkerLost`.

INVARIANT: a worker answers only where its ALN and its solvers are those of the client. Else a fault that was mended
here could still prove there.
"""

from __future__ import annotations

import concurrent.futures
import logging
import platform
import threading
import uuid
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import aln
from aln.diagnostics import NOWHERE, AlnError, Diagnostic
from aln.host import fingerprint, worker
from aln.host.executor import EVER, Answer, Executor, LocalExecutor, WorkerLost

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Remote

__all__ = ["ClusterExecutor"]

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 10.0
"""Seconds to wait for the scheduler, for a first worker, and for an answer of the workers about themselves."""
ALONE = 30.0
"""Seconds after which a cluster that has lost its last worker is given up."""
ATTEMPTS = 2
"""Workers on which a task is tried: the second only where the first was lost."""
_CUT = "the connection to the cluster was lost"
_LOOK = 0.2
_IDLE = 10.0
_MOST = 1_000  # the threads of a Dask worker say how many tasks it has at a time


class ClusterExecutor(Executor):
    """Runs tasks on the workers of the Dask cluster whose scheduler is at an address such as `tcp://host:8786`.

    Its future raises what the function raises, and `WorkerLost` for what the cluster did not answer.
    """

    def __init__(self, address: str) -> None:
        """Raises `AlnError` where there is no such cluster, it has no worker, or one is not as this computer is."""
        self._lock = threading.Lock()
        self._open: dict[str, tuple[Answer, Remote]] = {}
        self._attempts: dict[str, int] = {}
        self._closed = False
        self._client = _client(address)
        try:
            self._here = described()
            self._workers = set(_agreed(self._client, address, self._here))
            self._client.subscribe_topic("all", self._told)
        except BaseException:
            self._leave()
            raise

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Gives `fn(*args, **kwargs)` to the cluster; `fn` is a function of a module that its workers have too.

        Raises `RuntimeError` after `shutdown`.
        """
        if self._closed:
            raise RuntimeError("the executor was shut down")
        answer, key = Answer(), f"aln-{uuid.uuid4().hex}"
        try:
            call = worker.call(fn, args, kwargs)
        except Exception as error:
            answer.set_exception(error)
            return answer
        try:
            remote = self._client.submit(_task, self._here, call, key=key, pure=False)
        except Exception:  # the client has closed itself
            answer.set_exception(WorkerLost(_CUT))
            return answer
        with self._lock:
            self._open[key] = answer, remote
        answer.add_done_callback(lambda _: self._over(key))
        self._client.loop.add_callback(self._settle, key)
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more tasks and leaves the cluster, once they are answered; with `cancel_futures`, or without
        `wait`, it gives them up. The workers end what runs for them."""
        self._closed = True
        with self._lock:
            answers = [answer for answer, _ in self._open.values()]
        try:
            if wait and not cancel_futures:
                concurrent.futures.wait(answers, EVER)
        finally:
            for answer in answers:
                answer.cancel()
            self._leave()

    def _leave(self) -> None:
        # Else the scheduler tells a client that has gone that it has gone.
        with suppress(Exception):
            self._client.unsubscribe_topic("all")
        with suppress(Exception):
            self._client.close(timeout=PATIENCE)

    def _over(self, key: str) -> None:
        """A task is answered, lost or given up: the cluster may forget it."""
        with self._lock:
            answer, remote = self._open.pop(key)
            self._attempts.pop(key, None)
        if answer.cancelled():
            answer.set_running_or_notify_cancel()
        remote.release()

    # ── in the loop of the client ────────────────────────────────────────────────────────────────────────────

    async def _settle(self, key: str) -> None:
        with self._lock:
            if key not in self._open:  # given up before the loop came to it
                return
            answer, remote = self._open[key]
        try:
            found: bytes | Exception = await remote
        except concurrent.futures.CancelledError:
            found = WorkerLost(_CUT)
        except Exception as error:
            found = WorkerLost(
                f"the cluster gave no answer: {' '.join(str(error).split()) or type(error).__name__}"
            )
        answer.settle(found)

    def _told(self, event: tuple[float, Any]) -> None:
        """What the scheduler tells everybody: here, which workers come and go, and what they were at."""
        said = event[1] if isinstance(event[1], Mapping) else {}
        if said.get("action") == "add-worker":
            self._workers.add(said["worker"])
        if said.get("action") != "remove-worker":
            return
        self._workers.discard(said["worker"])
        if not said.get("expected"):
            for key in said.get("processing-tasks", ()):
                self._lost(key)
        if not self._workers:
            self._client.loop.call_later(ALONE, self._alone)

    def _lost(self, key: str) -> None:
        with self._lock:
            if key not in self._open:  # of another client
                return
            answer, _ = self._open[key]
            attempts = self._attempts[key] = self._attempts.get(key, 0) + 1
        if attempts >= ATTEMPTS:
            says = f"{attempts} workers of the cluster were lost while they had it; they may have run out of memory"
            answer.settle(WorkerLost(says))

    def _alone(self) -> None:
        if not self._workers:
            with self._lock:
                answers = [answer for answer, _ in self._open.values()]
            for answer in answers:
                answer.settle(WorkerLost("the cluster has no worker left"))


# ── joining ──────────────────────────────────────────────────────────────────────────────────────────────────


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise _fault("`--cluster` needs the extra `cluster`", "pip install 'aln[cluster]'") from None
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # verdicts say what was lost
    # Held before it is made: where that fails it is closed here. The garbage collector would close it at any time, and
    # wait for ever where it does so while another one is being made.
    client = Client.__new__(Client)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of other versions; those that matter are compared
            client.__init__(address, timeout=PATIENCE, set_as_default=False)
        return client
    except BaseException as error:
        with suppress(Exception):
            client.close()
        help = "give the address that `dask scheduler` prints, such as `--cluster tcp://host:8786`"
        if isinstance(error, ValueError):
            raise _fault(f"`{address}` is not the address of a scheduler", help) from None
        if isinstance(error, OSError):
            raise _fault(f"no Dask scheduler answers at `{address}`", help) from None
        if isinstance(error, ImportError):  # how Dask says it
            says = f"the scheduler at `{address}` has another Dask than this computer"
            raise _fault(says, "install the same there, and start it again") from None
        raise


def _agreed(client: Client, address: str, here: Mapping[str, str]) -> list[str]:
    """The workers of a cluster, each with what this computer has."""
    found: dict[str, dict[str, str] | Exception] = {}
    with suppress(OSError):  # a timeout is one
        client.wait_for_workers(1, timeout=PATIENCE)
        found = client.sync(client.run, described, on_error="return", callback_timeout=PATIENCE)
    if not found:
        says = f"the cluster at `{address}` has no worker that answers"
        raise _fault(says, f"start one where ALN is installed: `dask worker {address}`")
    for name, there in found.items():
        if isinstance(there, Exception):
            says = f"the worker `{name}` of the cluster cannot run ALN: {' '.join(str(there).split())}"
            raise _fault(says, f"install the same there: `pip install 'aln[cluster]=={aln.__version__}'`")
        if there != here:
            says = (
                f"the worker `{name}` of the cluster differs from this computer: {_difference(there, here)}"
            )
            raise _fault(says, "install the same there, and start its workers again")
    return list(found)


def _fault(message: str, help: str) -> AlnError:
    return AlnError(Diagnostic("ALN1001", NOWHERE, message, help))


def described() -> dict[str, str]:
    """What an answer of this process depends on, name to version."""
    code, _ = fingerprint.code(fingerprint.PACKAGE)
    versions = {name: metadata.version(name) for name in (*fingerprint.PACKAGES, "distributed")}
    return {
        "aln": f"{aln.__version__}, code {code.hex()[:16]}",
        "python": f"{platform.python_version()} {platform.machine()}",
    } | versions


def _difference(there: Mapping[str, str], here: Mapping[str, str]) -> str:
    differing = [name for name in here if there.get(name) != here[name]]
    return "; ".join(f"{name} is {there.get(name, 'not there')}, here {here[name]}" for name in differing)


# ── on a worker ──────────────────────────────────────────────────────────────────────────────────────────────


def _task(client: dict[str, str], call: bytes) -> bytes:
    """The outcome of a call, of a process that ends when nobody wants it any more. Runs in a thread of a Dask worker."""
    from distributed import get_worker

    own = get_worker()
    key = own.get_current_task()
    answer = _processes().submit(_outcome, client, call)
    while not concurrent.futures.wait([answer], _LOOK).done:
        task = own.state.tasks.get(key)
        if task is None or task.state == "cancelled":
            answer.cancel()
    try:
        return answer.result()
    except Exception as error:
        return worker.failure(error)


@cache
def _processes() -> LocalExecutor:
    return LocalExecutor(_MOST, idle=_IDLE)


def _outcome(client: dict[str, str], call: bytes) -> bytes:
    """The outcome of a call. Raises `WorkerLost` where it could differ from that of the client."""
    if _own() != client:
        raise WorkerLost(f"its worker differs from the computer that asks: {_difference(_own(), client)}")
    return worker.outcome(call)


_own = cache(described)
