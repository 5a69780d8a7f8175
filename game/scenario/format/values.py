"""The values that a file of any kind may hold, as pydantic checks them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from game.layout.characters import is_blank


def _visible(written: str) -> str:
    """The same text; only if there is something to see in it."""
    if is_blank(written):
        raise PydanticCustomError("string_too_short", "nothing to see")
    return written


Text = Annotated[str, Field(min_length=1, max_length=5000), AfterValidator(_visible)]
Phrases = list[Text]


@dataclass(frozen=True)
class OneOf:
    """Text that is one of these values; the error carries what would have been right."""

    values: tuple[str, ...] | type[StrEnum]

    def known(self, written: str) -> str:
        """The same text; only if it is one of them."""
        allowed = [str(value) for value in self.values]
        if written not in allowed:
            raise PydanticCustomError("one_of", "not a known value", {"allowed": allowed})
        return written

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "enum": [str(value) for value in self.values]}
