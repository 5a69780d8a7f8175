"""What people paste from Word, web pages, mail and chat is named, where it stands, and mended so.

`python -m tests.mutations --pasted` tries the same on every shipped scenario, and more often.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.scenario.files import shipped
from tests.mutations.breaking import breaks
from tests.mutations.following import follow
from tests.mutations.habits import PASTED
from tests.mutations.judging import judge
from tests.parsers import read_by_both

STARTER = (shipped("assets") / "starter.yaml").read_text(encoding="utf-8")
LEFT_OUT = {"hidden hyphen in a word", "list for text"}


@pytest.mark.parametrize("name", PASTED)
def test_a_pasted_sign_is_told_once_and_doing_what_is_said_never_makes_it_worse(name: str) -> None:
    """On its line, by both parsers alike, and without a fault."""
    for seed, broken in enumerate(breaks(STARTER, 2, seed=11, ways={name: PASTED[name]})):
        verdict, read = judge(broken), read_by_both("f.yaml", broken.text.encode())
        counts = [len(findings) for _, findings in follow(broken.text)]

        assert not verdict.raised
        assert verdict.right, (seed, broken.what, verdict.findings)
        assert verdict.single, (seed, broken.what, verdict.findings)
        assert all(after <= before for before, after in pairwise(counts)), broken.what
        assert read.findings or verdict.findings
