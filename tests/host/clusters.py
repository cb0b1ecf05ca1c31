"""Dask clusters of real workers, on this computer."""

from __future__ import annotations

import importlib.util
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.host.processes import children, until

if TYPE_CHECKING:
    from distributed import LocalCluster


def require_dask() -> None:
    """Skip the test, with the reason, where Dask cannot be had; fail where toolchains are required."""
    if importlib.util.find_spec("distributed") is None:
        reason = "distributed is not installed: pip install 'aln[cluster]'"
        if os.environ.get("ALN_REQUIRE_TOOLCHAINS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


@contextmanager
def local_cluster(workers: int = 2) -> Iterator[LocalCluster]:
    """A scheduler in this process and workers in processes of their own, of which none is left."""
    require_dask()
    from distributed import LocalCluster

    before = children()
    with LocalCluster(
        processes=True,
        n_workers=workers,
        threads_per_worker=1,
        dashboard_address=":0",  # without one it would take port 8787, which may be taken
        silence_logs=logging.CRITICAL,
    ) as made:
        yield made
    until(lambda: not {process for process in children() - before if not _keeps_track(process)})


def _keeps_track(process: int) -> bool:
    """Python's own tracker of shared resources stays until Python ends."""
    try:
        return b"resource_tracker" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
