"""Writing a chest: the same files make the same bytes, whoever packs them and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from game.scenario.chest.names import CHEST, MANIFEST

READABLE = 0o100644 << 16
"""A file that everybody may read, as ZIP files say it."""


def content_digest(files: Mapping[str, bytes]) -> str:
    """The digest of all that is in a chest."""
    named = sorted((name, sha256(data).hexdigest()) for name, data in files.items())
    return sha256(json.dumps(named).encode()).hexdigest()


def written_chest(
    scenario: str, files: Mapping[str, bytes], certificate: Mapping[str, Any]
) -> bytes:
    """A chest of these files. scenario: the name of the scenario's own."""
    manifest = {
        "chest": CHEST,
        "scenario": scenario,
        "files": {name: sha256(data).hexdigest() for name, data in sorted(files.items())},
        "certificate": certificate,
    }
    held = {MANIFEST: json.dumps(manifest, indent=1).encode(), **dict(sorted(files.items()))}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as opened:
        for name, data in held.items():
            info = ZipInfo(name)  # of 1980, the first day that such files know
            info.external_attr, info.compress_type = READABLE, ZIP_DEFLATED
            opened.writestr(info, data)
    return made.getvalue()
