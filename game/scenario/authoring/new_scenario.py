"""A new scenario that sails as it is and explains itself, under a name of one's own."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from game.findings import EvenKeelError
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder


@dataclass
class UnusableScenarioName(EvenKeelError):
    name: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return (
            f"no id can be made of '{self.name}'\n"
            "begin with a letter from a to z, as in: even-keel new fog-bank"
        )


def id_of(name: str) -> str:
    """The id that a name makes: `Fog at Sea` is fog-at-sea.

    Raises:
        NoSuchName: if it makes none.
    """
    bare = unicodedata.normalize("NFKD", name.casefold())
    id = re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")
    if not re.match(r"[a-z]", id) or not name.isprintable():
        raise UnusableScenarioName(name)
    return id


def starter_text(name: str, folder: Path) -> str:
    """The text of a new scenario, for a file in this folder.

    Raises:
        NoSuchName: if the name would not do.
    """
    id = id_of(name)
    words = re.sub(r"[-_]+", " ", name).strip()
    title = json.dumps(words[:1].upper() + words[1:], ensure_ascii=False)
    changes = {
        "$schema=scenario.schema.json": f"$schema={path_to_schema(folder)}",
        "id: starter\n": f"id: {id}\n",
        'title: "Starter"': f"title: {title}",
    }
    text = (bundled_folder("assets") / "starter.yaml").read_text(encoding="utf-8")
    for before, after in changes.items():
        text = text.replace(before, after)
    if check_file(f"{id}.yaml", text.encode()).findings:
        raise UnusableScenarioName(name)
    return text


def path_to_schema(folder: Path) -> str:
    """Where an editor finds the schema, as seen from this folder."""
    schema = bundled_folder("assets") / "scenario.schema.json"
    try:
        return Path(os.path.relpath(schema, folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return schema.as_uri()
