"""What authors name in words of their own: what people read, and by which licence it is theirs."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from game.layout.characters import is_blank

LICENSES = (
    *("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC0-1.0"),
    *("MIT", "Apache-2.0", "GPL-3.0-or-later", "EUPL-1.2", "Unlicense", "LicenseRef-Proprietary"),
)
"""Names of the SPDX list that an editor offers; any other name of that list will do."""
SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*\+?( (AND|OR|WITH) [A-Za-z0-9][A-Za-z0-9.-]*\+?)*")
MOST_LETTERS = 24
"""A word for a gauge has no room for more."""


def _is_license(written: str) -> str:
    if written and not SPDX.fullmatch(written):
        raise PydanticCustomError("license", "no SPDX name", {"allowed": LICENSES})
    return written


def _is_word(written: str) -> str:
    if is_blank(written) or set(written) & set("{}\n"):
        raise PydanticCustomError("own_word", "no word")
    return written


License = Annotated[
    str,
    Field(max_length=100),
    AfterValidator(_is_license),
    WithJsonSchema({"type": "string", "examples": list(LICENSES)}),
]
OwnWord = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_is_word)]
