"""A text that is one of a few values, for validation and for the schema alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema


@dataclass(frozen=True)
class OneOf:
    """Text that is one of these values; the error carries what would have been right.

    also: what a text of the author's own may look like, as a pattern; empty for none.
    """

    values: tuple[str, ...] | type[StrEnum]
    also: str = ""

    def known(self, written: str) -> str:
        """The same text; only if it is one of them."""
        allowed = [str(value) for value in self.values]
        if written not in allowed and not (self.also and re.fullmatch(self.also, written)):
            raise PydanticCustomError("one_of", "not a known value", {"allowed": allowed})
        return written

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        listed = {"enum": [str(value) for value in self.values]}
        if not self.also:
            return {**handler(schema), **listed}
        pattern = re.sub(r"\(\?P<\w+>", "(", self.also)  # which editors do not know
        return {**handler(schema), "anyOf": [listed, {"pattern": f"^{pattern}$"}]}
