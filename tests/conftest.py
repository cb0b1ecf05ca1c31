"""What every test may use: the golden-file fixture and the option that writes goldens."""

from __future__ import annotations

import gc
import itertools
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.database.fixture import base_database, empty_database, postgres, shared_base

__all__ = ["base_database", "empty_database", "postgres", "shared_base"]

# ALN_LONG=1 is the long suite: more cases in the random tests, and the tests marked `long`.
LONG = os.environ.get("ALN_LONG") == "1"
# A slice of it: tests in an order that the seed decides, none begun after so many seconds.
SLICE = float(os.environ.get("ALN_SLICE_SECONDS", "0"))
BEGUN = time.monotonic()
STORES = itertools.count()

settings.register_profile("fixed", derandomize=True, deadline=None, database=None)
settings.load_profile("fixed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


@pytest.fixture(autouse=True)
def same_stack() -> Iterator[None]:
    """The command raises the recursion limit for its own process; a test that runs it here must not lend it to others."""
    depth = sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(depth)


@pytest.fixture(autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one proved, nor what the user did: each has a folder for the store, made when needed."""
    folder = tmp_path_factory.getbasetemp() / "stores" / str(next(STORES))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """`golden(path, text)`: the file holds exactly this text; with `--update-golden` the file is written."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"{path.name} is missing beside its input; run pytest --update-golden"
        assert path.read_text(encoding="utf-8") == text

    return compare


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves long tests to the long suite; shuffles a slice by its seed."""
    if not LONG:
        for item in items:
            if "long" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="part of the long suite: make test-all"))
    if SLICE:
        long = [item for item in items if "long" in item.keywords]
        rest = [item for item in items if "long" not in item.keywords]
        random.Random(os.environ.get("ALN_SEED", "0")).shuffle(rest)
        items[:] = long + rest


def pytest_collection_finish() -> None:
    """What was imported stays: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if SLICE and time.monotonic() - BEGUN > SLICE:
        pytest.skip(f"the slice of {SLICE:.0f} s is over")
