"""The verb schema: the JSON Schema for editors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from game.cli.io import deliver, print_json
from game.cli.options import Out
from game.files.kinds import Kind
from game.scenario.format.document import Document
from game.scenario.format.schema import schema_of
from game.scenario.transcripts.transcript import TranscriptFile


class SchemaOf(StrEnum):
    """What kind of file a schema is for."""

    SCENARIO = "scenario"
    TEST = "test"


def schema(
    kind: Annotated[SchemaOf, typer.Argument(help="scenario, or test.")] = SchemaOf.SCENARIO,
    out: Out = None,
) -> None:
    """Write the JSON Schema that editors complete, explain and underline by."""
    described = Document if kind is SchemaOf.SCENARIO else TranscriptFile
    deliver(schema_of(described), Kind.SCHEMA, out, print_json)
