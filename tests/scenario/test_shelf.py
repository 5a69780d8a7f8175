"""The shelf's index: it spares opening what was opened before, and never decides anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from game.scenario.loading import library
from game.scenario.loading.shelf import ShelfEntry, list_shelf
from game.scenario.loading.shelf_index import ShelfIndex
from game.testing import a_document, a_watch, as_text

CALM = as_text(a_document(a_watch(), id="calm"))


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on; one scenario is on the shelf."""
    names: list[str] = []
    load = library.load

    def noted(file: str, data: bytes) -> object:
        names.append(Path(file).name)
        return load(file, data)

    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "calm.yaml").write_text(CALM)
    monkeypatch.setattr(library, "load", noted)
    monkeypatch.setattr(library, "bundled_folder", lambda _: tmp_path / "shelf")
    return names


def listed(folder: Path) -> list[ShelfEntry]:
    """What a game that starts now lists."""
    return list_shelf(index=ShelfIndex(folder / "cache" / "shelf.json"))


def test_what_was_opened_once_is_listed_unopened(tmp_path: Path, opened: list[str]) -> None:
    """With the same words; all of it is there once it is asked for."""
    first, again = listed(tmp_path), listed(tmp_path)

    assert opened == ["calm.yaml"]
    assert again[0].title == first[0].title == "Built for a test"
    assert again[0].teaches is first[0].teaches
    assert again[0].open() == first[0].open()


def test_a_file_that_changed_is_opened(tmp_path: Path, opened: list[str]) -> None:
    """Even if its size and its time are as they were; what nothing needs any more is dropped."""
    listed(tmp_path)
    (tmp_path / "shelf" / "calm.yaml").write_text(CALM.replace("Built", "Bilge"))

    assert [entry.title for entry in listed(tmp_path)] == ["Bilge for a test"]
    assert opened == ["calm.yaml", "calm.yaml"]
    assert len(json.loads((tmp_path / "cache" / "shelf.json").read_text())["rows"]) == 1


def test_a_file_that_broke_is_left_out(tmp_path: Path, opened: list[str]) -> None:
    """The index does not know it any more."""
    listed(tmp_path)
    (tmp_path / "shelf" / "calm.yaml").write_text("no scenario at all")

    assert listed(tmp_path) == []
    assert len(opened) == 2


def _row(text: str, **changes: object) -> str:
    index = json.loads(text)
    for rows in index["rows"].values():
        rows[""].update(changes)
    return json.dumps(index)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:40],
        lambda _: "",
        lambda _: "[]",
        lambda _: "[" * 100_000,
        lambda _: '{"version": "0.1.0", "rows": []}',
        lambda text: text.replace('"version": "', '"version": "9'),
        lambda text: text.replace('"title"', '"titel"'),
        lambda text: _row(text, title=7),
        lambda text: _row(text, teaches="nothing"),
        lambda text: _row(text, teaches=[]),
        lambda text: _row(text, minutes_solo="9"),
    ],
    ids=[
        *("cut", "empty", "a list", "deep", "rows", "version"),
        *("no title", "a number", "no theme", "a list for a theme", "minutes"),
    ],
)
def test_a_damaged_index_is_made_anew(
    tmp_path: Path, opened: list[str], damage: Callable[[str], str]
) -> None:
    """Without a word."""
    first = listed(tmp_path)
    path = tmp_path / "cache" / "shelf.json"
    sound = path.read_text()
    path.write_text(damage(sound))

    assert [entry.title for entry in listed(tmp_path)] == [first[0].title]
    assert len(opened) == 2
    assert path.read_text() == sound


def test_without_a_folder_to_write_to_nothing_is_lost(tmp_path: Path, opened: list[str]) -> None:
    """Only time: a file stands where the folder should be."""
    (tmp_path / "cache").write_text("in the way")

    assert [entry.id for entry in listed(tmp_path) + listed(tmp_path)] == ["calm", "calm"]
    assert opened == ["calm.yaml", "calm.yaml"]


def test_an_index_that_is_right_is_not_written_again(tmp_path: Path, opened: list[str]) -> None:
    """A start that learns nothing writes nothing."""
    listed(tmp_path)
    with mock.patch("game.scenario.loading.shelf_index.replace_cache") as written:
        listed(tmp_path)

    written.assert_not_called()
    assert opened == ["calm.yaml"]
