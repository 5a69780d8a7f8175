"""What is wrong with a file and with what it names beside itself: its author's own faces.

Apart from `check_file`, which knows bytes and no folder; a voyage sails without a face, too (R008).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.findings import EvenKeelError, Finding, errors_in, warning
from game.scenario.chest.names import ART
from game.scenario.format.document import Document
from game.scenario.format.validation import CheckedFile
from game.scenario.loading.check_file import check_file, one_per_cause
from game.scenario.loading.files import read_bytes
from game.scenario.yaml.file_tree import FileTree


def check_beside(file: str, data: bytes, folder: Path) -> CheckedFile[Document]:
    """All that `check_file` finds, and faces that are not in the folder, or cannot be shown."""
    checked = check_file(file, data)
    if checked.source is None or errors_in(checked.findings):
        return checked
    faces = list(_check_faces(checked.source, folder))
    found = one_per_cause([*checked.findings, *faces]) if faces else checked.findings
    return replace(checked, findings=found)


def _check_faces(source: FileTree, folder: Path) -> Iterator[Finding]:
    from game.scenario.chest.pictures import wrong_with_picture  # which few files need

    for spot in source.each("voices.*.portrait"):
        if not ART.fullmatch(spot.text):
            continue
        try:
            reason = wrong_with_picture(spot.text, read_bytes(folder / spot.text))
        except (OSError, EvenKeelError):
            message = f"no picture is called '{spot.text}' beside this file"
            yield warning(
                "R008", spot.node.at, message, "put it there, or name one that is shipped"
            )
            continue
        if reason:
            message = f"'{spot.text}' cannot be shown: {reason}"
            yield warning("R008", spot.node.at, message, "draw it with shapes alone, as plain SVG")
