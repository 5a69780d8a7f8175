"""The language server is an extra: without it there is nothing to try here."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pygls") else ["test_*.py"]
