"""The debrief's bars on a small sample, and so with room to spare.

`python -m tests.benchmarks.debrief_bars` holds them on many voyages: there 70 % are flagged.
"""

from __future__ import annotations

from game.debrief.needs_and_practices import KINDS
from tests.benchmarks.debrief_bars import measure, some_voyages


def test_the_debrief_tells_what_was_costly_and_advises_only_what_helps() -> None:
    """In seas that it has not seen, too; nothing that cost much goes unnamed."""
    bars = measure(some_voyages(1))

    assert all(bars.costly[kind] >= 5 for kind in KINDS)
    assert all(bars.share(kind) >= 0.4 for kind in KINDS)
    assert sum(bars.flagged.values()) >= 0.6 * sum(bars.costly.values())
    assert bars.flags < 0.5 * bars.watches
    assert len(bars.advised) > 20
    assert min(bars.advised) > 0
    assert bars.unnamed == bars.lesser == 0
