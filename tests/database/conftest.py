"""The fixtures of this room's tests. The server is the run's one server, whoever else imports `postgres`."""

from tests.database.fixture import base_database, empty_database, postgres, shared_base

__all__ = ["base_database", "empty_database", "postgres", "shared_base"]
