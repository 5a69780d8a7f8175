"""Kinds: what a file is, told by how it begins and never by its name."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from game.i18n import N_

HEAD = 64 * 1024
"""So many bytes of a file tell what it is."""
MARK = b"\xef\xbb\xbf"
"""What some programs put before everything else."""


class Kind(Enum):
    """A kind of file that Even Keel reads or writes: what people call it, and how it begins."""

    LOGBOOK = N_("a logbook"), rb'\A\{"logbook":'
    JOURNAL = N_("a session's journal"), rb"\ASQLite format 3\0"
    TRANSLATION = N_("a translation"), rb"(?m)^texts\s*:"
    TRANSCRIPTS = N_("a file of voyages that must go as written"), rb"(?m)^voyages\s*:"
    SCENARIO = N_("a scenario"), rb"""(?m)^\{?\s?["']?(watches|format|endings)["']?\s*:"""
    PLAYTEST = N_("the report of a playtest"), rb'\A\{\s*"scenarios": \['
    SCHEMA = N_("a schema"), rb'\A\{\s*"\$schema": [^\n]+\s*"additionalProperties": false'
    DEBRIEF = N_("the page of a debrief"), rb"\A<!DOCTYPE html>(?s:.){,200}Even Keel: debrief"
    DEBRIEF_TABLE = N_("the table of a debrief"), rb"\Anumber,watch,order,label,kind,"
    DEBRIEF_DATA = N_("the figures of a debrief"), rb'\A\{\s*"scenario": "[^\n]+\s*"title": '
    GUIDE = N_("a facilitator's handout"), rb"\A<!doctype html>(?s:.){,200}Even Keel: guide"
    SESSION = N_("the report of a session"), rb"\A<!doctype html>(?s:.){,200}Even Keel: session"
    SESSION_TABLE = N_("the table of a session"), rb"\Aship,watch,order,kind,how,"
    SESSION_DATA = N_("the figures of a session"), rb'\A\{\s*"title": "[^\n]+\s*"scenario": '
    MONDAY = N_("a session's lines for Monday"), rb"\Acrew,name,line\r"
    MERMAID = N_("a graph for Mermaid"), rb"\Aflowchart TD\n  subgraph voyage"
    DOT = N_("a graph for Graphviz"), rb"\Adigraph voyage \{"
    SVG = N_("a picture of a graph"), rb'\A<svg [^>]*class="even-keel-graph"'
    SETTINGS = N_("the settings of the window"), rb'\A\{[^{}]*"(text|theme|motion|volume)":'
    DOOR = N_("the door of a session"), rb'\A\{"code": "\w+", "key": '
    FAULT = N_("the report of a fault"), rb"\ATraceback "
    PICTURE = N_("a picture"), rb"\A\x89PNG"
    PO = N_("a file for translators"), rb'(?m)^msgid ""\s*$'
    CHEST = N_("a chest"), rb"\APK\x03\x04"
    FILM = N_("the film of a voyage"), rb"\AGIF89a"

    def __init__(self, label: str, head: bytes) -> None:
        self.label, self._head = label, head

    def fits(self, data: bytes) -> bool:
        """Whether these bytes, or the first of them, are of this kind."""
        return bool(re.search(self._head, data[:HEAD].removeprefix(MARK)))


YAML = (Kind.SCENARIO, Kind.TRANSLATION, Kind.TRANSCRIPTS)
"""What authors write."""


def kind_of(data: bytes) -> Kind | None:
    """Of which kind these bytes are; None for whatever is not Even Keel's."""
    return next((kind for kind in Kind if kind.fits(data)), None)


def head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
