"""Every sentence that people see is translated: none is left plain in a language nobody speaks."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.findings import AssetBroken, EvenKeelError, ScenarioBroken, UnknownScenario
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from game.ui.window.settings import Settings
from tests import pictures, room_pictures
from tests.pictures import Picture
from tests.services import some_services
from tests.strange import CODE, SCENARIO, plain, speaking_strangely, strange

ROOT = Path(__file__).parent.parent
SIZE, LIKES = (1280, 720), replace(Settings(), language=CODE)
NAMES = ("Even Keel", "Albatross", "Bittern", "http://127.0.0.1:8470/host", room_pictures.FOLDER)
"""The same everywhere: the game, crews, addresses."""
BUILT = (
    "It could not be written.",
    "The disk is full.",
    "Free some.",
    "port in 7 watches, stability 64",
)
"""What tests put on a screen themselves."""
SAYING = {
    *("Refused", "TroubleScreen", "print_err", "BadParameter"),
    *("JournalBroken", "LogbookDamaged", "AssetBroken"),
}
"""Whatever is handed to these is read by people."""
FOR_AUTHORS = (
    *("cli/author", "cli/library", "cli/host/preflight.py", "cli/host/serve.py"),
    *("cli/host/rooms.py", "cli/host/papers.py", "cli/play/census.py", "cli/play/debrief.py"),
    *("support/open_store.py", "support/rehearsal_host.py", "support/executor.py"),
    *("support/finding_formats.py", "support/project_settings.py"),
    "storage/postgres.py",
)
"""Verbs for those who write scenarios and look after servers speak English."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where that language is kept, while it is spoken."""
    words = tmp_path / "words"
    with speaking_strangely(words):
        yield tmp_path


def written(drawn: Iterable[Picture]) -> set[str]:
    """All that stands on these screens."""
    return {line.text for picture in drawn for line in picture.canvas.written}


@pytest.mark.usefixtures("folder")
def test_no_plain_word_is_left_in_the_window() -> None:
    """On any page of any screen of a voyage."""
    said = written(pictures.pictures(SIZE, LIKES, SCENARIO))

    assert strange("Looking back") not in said
    assert plain(said, (*NAMES, *BUILT)) == set()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("crews", "phones"), [(1, False), (2, True)], ids=["hands", "phones"])
def test_no_plain_word_is_left_on_the_wall(crews: int, phones: bool) -> None:
    """On any page of any screen of an evening."""
    drawn = room_pictures.pictures(SIZE, LIKES, SCENARIO, crews, phones=phones, watches=(1,))
    folder, _slash, name = room_pictures.FOLDER.rpartition("/")

    assert plain(written(drawn), (*NAMES, f"{folder}/", name)) == set()


def test_no_plain_word_is_left_in_the_plain_game(folder: Path) -> None:
    """From the choice of a voyage to its harbour."""
    typed = iter(["1", "?", "why", "1", "why", "again", *["1", "2"] * 6, *"123456", "q"])
    said: list[str] = []

    def ask(prompt: str) -> str | None:
        said.append(prompt)
        return next(typed, None)

    services = some_services(folder, [translate_scenario(find(SCENARIO), CODE)], 3)
    play_plain(services, None, None, Reader(said.append, ask))

    assert len(said) > 100
    assert plain(said) == set()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(UnknownScenario("?", ("!",)), id="no such scenario"),
        pytest.param(UnknownScenario("maiden", ("maiden-passage",)), id="a slip in its name"),
        pytest.param(ScenarioBroken("?", ()), id="a broken scenario"),
        pytest.param(AssetBroken(Path("?"), "?"), id="a broken picture"),
    ],
)
def test_what_goes_wrong_is_told_in_the_language_that_is_spoken(wrong: EvenKeelError) -> None:
    """Whoever plays reads it, in a terminal."""
    assert plain([wrong.message()], ("maiden-passage", "maiden")) == set()


def test_no_sentence_for_people_stands_in_the_code_unmarked() -> None:
    """In any refusal, and in whatever a verb complains of."""
    files = [
        path
        for path in ROOT.glob("game/**/*.py")
        if not any(part in path.as_posix() for part in FOR_AUTHORS)
    ]

    assert [
        f"{path.name}:{line}" for path in files for line in unmarked(path.read_text("utf-8"))
    ] == []


def unmarked(code: str) -> Iterator[int]:
    """The lines in which a sentence is handed to somebody who says it, as it stands."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and _name(node.func) in SAYING:
            given = (*node.args, *(word.value for word in node.keywords))
            yield from (each.lineno for each in given if _is_sentence(each))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_sentence(given: ast.expr) -> bool:
    """Whether it is a text in the code that holds two words or more."""
    parts = given.values if isinstance(given, ast.JoinedStr) else [given]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return any(isinstance(text, str) and len(text.split()) > 1 for text in texts)
