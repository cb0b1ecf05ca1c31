"""The host's clock: the one place that asks what day it is."""

from __future__ import annotations

import datetime

__all__ = ["today"]


def today() -> datetime.date:
    """The current day in UTC, so that a waiver ends at one instant wherever it is read."""
    return datetime.datetime.now(datetime.UTC).date()
