"""The schema: what an editor needs to complete, explain and underline a file as it is written.

JSON Schema draft-07, which is what editors read; made from the format itself, so it cannot lag.
"""

from __future__ import annotations

import ast
import json
import re
from inspect import cleandoc, getsource
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from game.scenario.model.ids import ID

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(whole: type[BaseModel]) -> str:
    """The schema of a kind of file, as text; the same text every time."""
    made = whole.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_WithDescriptions
    )
    definitions = made.pop("$defs", {})
    schema = {"$schema": DRAFT, **_for_editors(made), "definitions": _for_editors(definitions)}
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return re.sub(r'(?<=["/])(\w+)Part"', lambda part: f'{part[1].lower()}"', text)


class _WithDescriptions(GenerateJsonSchema):
    """With the sentence below each key, which pydantic would read whenever a file is checked."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        (written,) = ast.parse(getsource(schema["cls"])).body
        for key, below in pairwise(ast.iter_child_nodes(written)):
            if isinstance(key, ast.AnnAssign) and isinstance(below, ast.Expr):
                sentence = cleandoc(ast.literal_eval(below.value))
                made["properties"][ast.unparse(key.target)]["description"] = sentence
        return made


def _for_editors(part: Any) -> Any:
    """A part without what editors would show in vain, and with keys of its author's own bounded."""
    if isinstance(part, list):
        return [_for_editors(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _for_editors(value) for key, value in part.items() if not _is_noise(key, value)}
    if isinstance(of_each := kept.get("additionalProperties"), dict):
        kept |= {"patternProperties": {f"^{ID}$": of_each}, "additionalProperties": False}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    """The model's own titles, and defaults that say no more than nothing."""
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and (isinstance(value, dict) or value in ("", []))
    )
