"""Ids: what they look like, and how a name is spelt as one."""

from __future__ import annotations

import re
import unicodedata

ID = r"[a-z][a-z0-9_]{0,59}"
"""What the id of a watch, order, ending, voice or flag looks like."""
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}
)


def spell_id(name: str, gap: str = "_") -> str:
    """A name in lower case letters from a to z and digits; empty if it has none to begin with.

    gap: what stands for everything else.
    """
    known = unicodedata.normalize("NFC", name).lower().translate(GERMAN)
    bare = unicodedata.normalize("NFKD", known).encode("ascii", "ignore").decode()
    id = re.sub(r"[^a-z0-9]+", gap, bare).strip(gap)
    return id if re.match("[a-z]", id) else ""
