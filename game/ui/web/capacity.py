"""Capacity: how many sockets the system lets this process have, and how many phones that is."""

from __future__ import annotations

import sys
from dataclasses import dataclass

OWN = 64
"""Open files that are not calls: the journal, papers, the window, its sound and its workers."""
LOADING = 32
"""Sockets that are kept for whoever loads the page just now."""
MOST_PHONES = 1000
"""No room has more seats."""
ENOUGH = 16_384
"""More open files than a room ever needs; macOS takes no "unlimited" for an answer."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What fits. files: open ones that the system allows this process."""

    files: int = ENOUGH

    @property
    def sockets(self) -> int:
        """How many calls may be open at once."""
        return max(1, self.files - OWN)

    @property
    def clients(self) -> int:
        """How many of them may stay: the others load pages."""
        return max(1, self.sockets - LOADING)

    @property
    def phones(self) -> int:
        """How many phones fit: all may lose the line at once, and then hold two for a moment."""
        return max(1, min(MOST_PHONES, self.clients // 2))


def raise_capacity() -> Capacity:
    """Let this process open as many files as the system allows; Windows sets no limit."""
    if sys.platform == "win32":
        return Capacity()
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError):  # macOS has a lower one that it tells nobody
            return Capacity(soft)
    return Capacity(max(soft, wanted) if soft != resource.RLIM_INFINITY else ENOUGH)
