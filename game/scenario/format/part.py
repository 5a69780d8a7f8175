"""What every part of a file has in common, whatever kind of file it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from game.layout.characters import is_blank


def _visible(written: str) -> str:
    """The same text; only if there is something to see in it."""
    if is_blank(written):
        raise PydanticCustomError("string_too_short", "nothing to see")
    return written


Text = Annotated[str, Field(min_length=1, max_length=5000), AfterValidator(_visible)]
Phrases = list[Text]


class Part(BaseModel):
    """A part of the file: strict about types, and about keys it does not know."""

    model_config = ConfigDict(strict=True, extra="forbid", defer_build=True)
