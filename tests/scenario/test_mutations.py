"""Every shipped scenario, broken as a person would: `check` says where.

What counts as broken, and as the right line, stands in tests/mutations; for the table of two
hundred breaks a scenario run `python -m tests.mutations`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder
from tests.mutations.breaking import WAYS, Broken, breaks
from tests.mutations.judging import Verdict, judge, share
from tests.mutations.sound import meaning
from tests.parsers import read_by_both

SCENARIOS = sorted(bundled_folder("scenarios").glob("*.yaml"))
EACH = 3
"""How often each scenario is broken in each way, by chances of its own; `python -m tests.mutations`
breaks each two hundred times."""


@cache
def all_breaks(path: Path) -> list[Broken]:
    """A scenario, broken."""
    seed = 1 + SCENARIOS.index(path)
    return list(breaks(path.read_text(encoding="utf-8"), EACH * len(WAYS), seed))


@cache
def all_verdicts(path: Path) -> list[Verdict]:
    """What is said of each of them."""
    return [judge(broken) for broken in all_breaks(path)]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_broken_scenario_is_told_where_it_is_broken(path: Path) -> None:
    """At least 95 % are told, 90 % on the right line, none by a fault."""
    verdicts = all_verdicts(path)
    counts = Counter(verdict.broken.way for verdict in verdicts)

    assert min(counts[way] for way in WAYS) >= EACH - 1
    assert [verdict.raised for verdict in verdicts if verdict.raised] == []
    assert share(verdict.flagged for verdict in verdicts) >= 0.95
    assert share(verdict.right for verdict in verdicts) >= 0.90


def test_a_break_is_told_with_one_message() -> None:
    """At least 95 % of all are; of one scenario there are too few to tell."""
    verdicts = [verdict for path in SCENARIOS for verdict in all_verdicts(path)]

    assert share(verdict.single for verdict in verdicts) >= 0.95


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_nothing_is_said_of_a_shipped_scenario(path: Path) -> None:
    """Not even an info; and both parsers read it alike."""
    assert check_file(path.name, path.read_bytes()).findings == ()
    assert read_by_both(path.name, path.read_bytes()).tree


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_both_parsers_read_a_broken_scenario_alike(path: Path) -> None:
    """The same tree with the same findings, or none at all; each way once a scenario."""
    compared = {broken.way: broken for broken in all_breaks(path)}

    assert set(compared) == set(WAYS)
    for broken in compared.values():
        assert read_by_both("f.yaml", broken.text.encode())


def test_each_way_breaks_what_a_file_means() -> None:
    """A break that changes nothing is no break; and each is another one."""
    text = SCENARIOS[0].read_text(encoding="utf-8")
    broken = list(breaks(text, len(WAYS) * 3))

    assert all(meaning(one.text) != meaning(text) for one in broken)
    assert all(max(one.lines) <= len(text.splitlines()) + 1 for one in broken)
