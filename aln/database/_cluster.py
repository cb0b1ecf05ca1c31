"""One PostgreSQL cluster on disk: made by initdb, found by its pid file, reached by its socket."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from aln.database._account import Account, fault, private_folder, root_folder
from aln.diagnostics import AlnError

__all__ = [
    "PORT",
    "environment",
    "find",
    "forget_ended_server",
    "initdb",
    "listening",
    "remove_socket_folder",
    "socket_fits",
    "start_fault",
    "temporary_base",
    "uri",
]

SOCKET_PATH_LIMIT = 103  # bytes without the closing zero: 107 on Linux, 103 on macOS
PORT = 5432


def find(data_dir: Path, bin_dir: Path, account: Account) -> Path:
    """The cluster of a data folder, made when there is none.

    `data_dir/cluster` is the cluster, or a link to it where the account cannot enter the data folder.
    """
    link = data_dir / "cluster"
    if link.exists():
        return link.resolve()
    link.unlink(missing_ok=True)
    near = account.enters(data_dir.resolve())
    folder = private_folder(data_dir.resolve() if near else root_folder(account), account)
    try:
        initdb(folder, bin_dir, account)
        if near:
            folder.rename(link)
        else:
            link.symlink_to(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return link.resolve()


def initdb(folder: Path, bin_dir: Path, account: Account) -> None:
    """Make a cluster in an empty folder of the account's. Raises `AlnError` when initdb fails."""
    arguments = ["-D", str(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    try:
        done = subprocess.run(
            [str(bin_dir / "initdb"), *arguments, "--no-sync", "--no-instructions"],
            cwd="/",
            env=environment(folder),
            capture_output=True,
            text=True,
            check=False,
            **account.process,
        )
        if done.returncode == 0:
            return
        reason = (done.stderr.strip() or "unknown cause").splitlines()[-1]
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
    raise fault(f"cannot create a PostgreSQL cluster: {reason}", "reinstall with pip install 'aln[db]'")


def environment(cluster: Path) -> dict[str, str]:
    """The caller's environment with the cluster as PGDATA: pg_ctl would put a `-D` into a shell command
    between double quotes, unescaped."""
    return {**os.environ, "PGDATA": str(cluster)}


def uri(socket_dir: Path) -> str:
    """The libpq URI of the database `postgres` behind a socket."""
    return f"postgresql://postgres@/postgres?host={quote(str(socket_dir), safe='')}&port={PORT}"


def socket_fits(folder: Path) -> bool:
    """Whether the folder can hold the socket: a short path that needs no quoting in a list of folders."""
    path = f"{folder}/.s.PGSQL.{PORT}"
    return len(os.fsencode(path)) <= SOCKET_PATH_LIMIT and not set(path) & set(',"@')


def temporary_base(account: Account) -> Path:
    """A folder for temporary folders which the account enters, short enough for a socket two levels below."""
    for folder in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):
        if socket_fits(folder / "aln-12345678" / "cluster") and account.enters(folder):
            return folder
    raise fault("no temporary folder can hold the server's socket", "set TMPDIR to a short path")


def listening(cluster: Path) -> tuple[int, Path] | None:
    """The process id and socket folder of the cluster's server, if one answers on its socket.

    The id alone proves nothing: after a crash or a restart of the machine it may be another process.
    """
    found = _pid_file(cluster)
    if found is None:
        return None
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(found[1] / f".s.PGSQL.{PORT}"))
        except OSError:
            return None
    return found


def forget_ended_server(cluster: Path, account: Account) -> None:
    """Clear what a server left that ended without cleaning up.

    PostgreSQL would refuse to start if another process has its number by now. The pid file stays, with the
    number of the shell that is about to end: PostgreSQL looks in it for survivors of that server.
    """
    found = _pid_file(cluster)
    if found and not listening(cluster):
        account.sh(
            'cd -- "$1" && { echo $$; tail -n +2 postmaster.pid; } >postmaster.new'
            f' && mv postmaster.new postmaster.pid; rm -f -- "$2/.s.PGSQL.{PORT}.lock"',
            cluster,
            found[1],
        )
        remove_socket_folder(found[1], account)


def remove_socket_folder(folder: Path, account: Account) -> None:
    """Remove the short folder of a socket that did not fit into its cluster; leave any other folder alone."""
    if folder.name.startswith("aln-") and not (folder / "PG_VERSION").exists():
        account.sh('rm -rf -- "$1"', folder)


def start_fault(cluster: Path) -> AlnError:
    """The error of a server that did not start, with the cause its log names."""
    log = cluster / "server.log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    reason = (fatal or lines or ["it wrote no log"])[-1]
    return fault(f"the embedded PostgreSQL did not start: {reason}", f"read `{log}`")


def _pid_file(cluster: Path) -> tuple[int, Path] | None:
    """The server's process id and socket folder as it wrote them (lines 1 and 5 of postmaster.pid)."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        return (int(lines[0]), Path(lines[4])) if lines[4] else None
    except (OSError, ValueError, IndexError):
        return None
