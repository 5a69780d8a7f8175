"""The schema that editors read: current, complete, and of one mind with the loader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator
from pydantic import BaseModel

from game.scenario.format.document import Document
from game.scenario.format.schema import schema_of
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.finding_docs import page
from game.scenario.transcripts.transcript import TranscriptFile
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml
from game.testing import a_document
from tests.excerpts import laid_over
from tests.generators import documents
from tests.scenario.test_checks import AT_THE_TOP
from tests.transcripts import SCENARIOS

SCHEMAS: dict[str, type[BaseModel]] = {"scenario": Document, "transcript": TranscriptFile}
VALIDATOR = Draft7Validator(json.loads(schema_of(Document)))
FILES = [
    *(bundled_folder("scenarios") / f"{scenario}.yaml" for scenario in SCENARIOS),
    bundled_folder("assets") / "starter.yaml",
]


MISSHAPEN = [
    excerpt for excerpt, code, _ in (case.values for case in AT_THE_TOP) if code in ("S002", "S003")
]


def plain(text: str) -> dict[str, Any]:
    """What a file says."""
    root, *_ = parse_yaml("f.yaml", text.encode())
    assert root is not None
    return FileTree(root).plain()


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every dictionary in a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    if isinstance(schema, list):
        for item in schema:
            yield from parts(item)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_asset_is_current(name: str) -> None:
    """If this fails: `even-keel schema --out assets/scenario.schema.json`, or `schema test`."""
    written = (bundled_folder("assets") / f"{name}.schema.json").read_text(encoding="utf-8")

    assert json.loads(written) == json.loads(schema_of(SCHEMAS[name]))


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_what_editors_understand(name: str) -> None:
    """Draft-07, no oneOf, nothing unknown, and a sentence to hover over for every key."""
    schema = json.loads(schema_of(SCHEMAS[name]))
    Draft7Validator.check_schema(schema)
    objects = [part for part in parts(schema) if part.get("type") == "object"]
    keys = [(key, value) for part in objects for key, value in part.get("properties", {}).items()]
    told = {name: part["description"] for name, part in schema["definitions"].items()}

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not any("oneOf" in part for part in parts(schema))
    assert all(part["additionalProperties"] is False for part in objects)
    assert len(keys) > 7
    for key, value in keys:
        described = value.get("description") or told[value["$ref"].rsplit("/", 1)[1]]
        assert described.endswith((".", "…")), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_scenarios_are_valid(path: Any) -> None:
    """As our reader reads them."""
    root, *_ = parse_yaml(path.name, path.read_bytes())

    assert root is not None
    assert list(VALIDATOR.iter_errors(FileTree(root).plain())) == []


@given(documents())
@settings(max_examples=40, deadline=None)
def test_what_the_loader_takes_is_valid(document: dict[str, Any]) -> None:
    """Any scenario that an author might write."""
    assert VALIDATOR.is_valid(document)


@pytest.mark.parametrize("code", ["S001", "S003", "S005"])
def test_what_is_misshapen_is_underlined(code: str) -> None:
    """The bad examples of their pages, and not the good ones."""
    bad, good = (plain(laid_over(example)) for example in (page(code).bad, page(code).good))

    assert not VALIDATOR.is_valid(bad)
    assert VALIDATOR.is_valid(good)


@pytest.mark.parametrize("excerpt", MISSHAPEN)
def test_what_is_misshapen_at_the_top_is_underlined(excerpt: str) -> None:
    """Whatever the loader tells as S002 or S003."""
    assert not VALIDATOR.is_valid(plain(laid_over(f"{excerpt}\n")))


def test_a_preset_and_three_numbers_are_weather_both() -> None:
    """The one place where a value has two shapes."""
    document = a_document()
    for weather in ("fog", {"wind": 1.2, "shift": 3}):
        document["watches"]["watch_1"]["weather"] = weather
        assert VALIDATOR.is_valid(document)
    document["watches"]["watch_1"]["weather"] = "frog"

    assert not VALIDATOR.is_valid(document)


def test_visual_studio_code_knows_which_file_is_what() -> None:
    """Its settings map every shipped scenario and transcript to a schema that is there."""
    root = bundled_folder("assets").parent
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        matched = [path for pattern in patterns if pattern[0] != "!" for path in root.glob(pattern)]

        assert (root / schema).is_file()
        assert matched
