"""A language that nobody speaks: every letter of whatever is translated is a strange one, so that
a plain letter on a screen gives away what no catalogue holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from babel.messages.catalog import Catalog

from game.scenario.loading.files import TRANSLATIONS, bundled_folder
from game.scenario.loading.library import open_file
from game.scenario.model.texts import digest_of, texts_of
from game.ui.languages import DOMAIN, LANGUAGES
from tests.languages import as_mo, kept, speaking

CODE = "xx"
SCENARIO = "maiden-passage"
PLAIN = "abcdefghijklmnopqrstuvwxyz"
STRANGE = {
    **{ord(letter): 0x430 + number for number, letter in enumerate(PLAIN)},
    **{ord(letter.upper()): 0x410 + number for number, letter in enumerate(PLAIN)},
}
HELD = re.compile(r"(\{[^}]*\})")


def strange(text: str) -> str:
    """A text in that language; what it holds in braces stays."""
    parts = HELD.split(text)
    return "".join(part if HELD.fullmatch(part) else part.translate(STRANGE) for part in parts)


def plain(texts: Iterable[str], known: Iterable[str] = ()) -> set[str]:
    """The texts in which a plain word is left, beside names that are the same everywhere."""
    names = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)")
    return {text for text in texts if re.search("[A-Za-z]{2,}", names.sub("", text))}


@contextmanager
def speaking_strangely(folder: Path) -> Iterator[None]:
    """For a while the game speaks it, and its one scenario is told in it."""
    _write_catalogue(folder)
    _write_scenario(folder)
    with (
        mock.patch.dict(LANGUAGES, {CODE: (strange("Strange"), ",", ".")}),
        mock.patch("game.ui.languages.catalogues", return_value=folder),
        mock.patch("game.scenario.loading.library.bundled_folder", return_value=folder),
        mock.patch("game.scenario.translation.translation.bundled_folder", return_value=folder),
        speaking(CODE),
    ):
        yield


def _write_catalogue(folder: Path) -> None:
    """Whatever is marked, in this language."""
    catalogue = Catalog(locale="de", charset="utf-8")
    for message in filter(lambda message: message.id, kept("de")):
        told = strange(message.id) if isinstance(message.id, str) else [*map(strange, message.id)]
        catalogue.add(message.id, told, context=message.context)
    file = folder / CODE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(as_mo(catalogue))


def _write_scenario(folder: Path) -> None:
    file = folder / f"{SCENARIO}.yaml"
    file.write_bytes((bundled_folder("scenarios") / file.name).read_bytes())
    texts = {
        path: {"digest": digest_of(text), "text": strange(text)}
        for path, text in texts_of(open_file(file).scenario).items()
    }
    (folder / TRANSLATIONS).mkdir()
    translation = {"format": 1, "of": SCENARIO, "language": CODE, "texts": texts}
    there = folder / TRANSLATIONS / f"{SCENARIO}.{CODE}.yaml"
    there.write_text(json.dumps(translation, ensure_ascii=False), encoding="utf-8")
