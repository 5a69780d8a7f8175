"""Chests for tests, sound and hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from game.scenario.chest.names import MANIFEST
from game.testing import a_document, a_watch, as_text

FACE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
)


def a_scenario(id: str = "ward", leaving: str = "", **changes: Any) -> str:
    """One that can be packed; leaving: out this key."""
    said = {"version": "1.0.0", "author": "Klinik", "license": "CC-BY-4.0", **changes}
    known = {key: value for key, value in said.items() if key != leaving}
    return as_text(a_document(*[a_watch()] * 3, id=id, **known))


def a_chest(more: Mapping[str, bytes] | None = None, **manifest: Any) -> bytes:
    """A chest with more files, whatever they are; manifest: what else it says of itself."""
    held = {"ward.yaml": a_scenario().encode(), **(more or {})}
    said = {
        "chest": 1,
        "scenario": "ward.yaml",
        "files": {name: sha256(data).hexdigest() for name, data in held.items()},
        "certificate": {},
        **manifest,
    }
    return a_zip({MANIFEST: json.dumps(said).encode(), **held})


def a_zip(files: Mapping[str, bytes], mode: int = 0o100644) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as opened:
        for name, data in files.items():
            info = ZipInfo(name)
            info.external_attr, info.compress_type = mode << 16, ZIP_DEFLATED
            opened.writestr(info, data)
    return made.getvalue()
