"""`python -m tests.faults`: causes faults for real, as root on Linux, and counts what is lost."""

from __future__ import annotations

import sys

from tests.faults import full, killed

CAUSES = {
    "an order, disk full at any byte": full.orders,
    "a logbook begun, disk or inodes full": full.beginnings,
    "settings kept, disk or inodes full": full.settings,
    "rename of three files, disk or inodes full": full.renamings,
    "papers of a session, disk or inodes full": full.papers,
    "joins of a session, disk full": full.journals,
    "a home that is read-only": full.read_only,
    "kill -9 while five files are written": killed.several_files,
    "two games on one voyage": killed.games,
    "two hosts on one session": killed.hosts,
}


def main() -> None:
    """Print the table; with words, only what has them in its name."""
    print(f"{'':44} {'tried':>6} {'refused':>8} {'lost':>5}")
    for name, cause in CAUSES.items():
        if all(word in name for word in sys.argv[1:]):
            tried, failed, lost = cause()
            print(f"{name:44} {tried:>6} {failed:>8} {lost:>5}", flush=True)


main()
