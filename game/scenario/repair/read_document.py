"""A file that belongs to a scenario, read as strictly as one."""

from __future__ import annotations

import re
from typing import Generic, NamedTuple

from game.findings import Finding
from game.scenario.format.format_map import place_of
from game.scenario.format.validation import Whole, check_format, validate
from game.scenario.repair.typo_repair import repair_typos
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.ignores import Ignore
from game.scenario.yaml.parser import WORD, parse_yaml


class ReadDocument(NamedTuple, Generic[Whole]):
    """What was read. source, document: None where an error hides them."""

    source: FileTree | None
    document: Whole | None
    findings: list[Finding]
    ignores: tuple[Ignore, ...]


def read_document(
    file: str, data: bytes, whole: type[Whole], word: re.Pattern[str] = WORD
) -> ReadDocument[Whole]:
    """The document in a file.

    file: the name that positions carry. whole: what kind of file it is. word: what a key may be.
    """
    tree, findings, ignores = parse_yaml(file, data, word=word)
    foreign = list(check_format(FileTree(tree))) if tree else []
    if tree is None or foreign:
        return ReadDocument(None, None, [*findings, *foreign], ignores)
    repaired = repair_typos(tree, place_of(whole))
    source = FileTree(repaired.tree)
    document, misshapen, _ = validate(source, whole)
    findings += [*repaired.moved, *repaired.unknown, *misshapen]
    return ReadDocument(source, document, findings, ignores)
