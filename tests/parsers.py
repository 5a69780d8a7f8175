"""Reading by both parsers, the one in C and the one in Python, which must agree."""

from __future__ import annotations

import yaml

from game.scenario.yaml.parser import Parsed, parse_yaml


def read_by_both(file: str, data: bytes) -> Parsed:
    """What a file says; both say the same, or both refuse it."""
    fast, slow = (parse_yaml(file, data, parser=parser) for parser in (yaml.CLoader, yaml.Loader))

    assert fast.tree == slow.tree
    assert fast.tree is None or fast == slow
    return fast
