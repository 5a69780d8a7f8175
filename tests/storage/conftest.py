"""The drills of the session's tests."""

from tests.session.conftest import convoy, drill, restarts

__all__ = ["convoy", "drill", "restarts"]
