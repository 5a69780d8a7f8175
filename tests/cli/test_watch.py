"""The file that is watched: what is in it whenever it was saved, or why it cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.author.watch import wait_for_save


def test_a_file_is_read_whenever_it_was_saved(tmp_path: Path) -> None:
    """And at first."""
    file = tmp_path / "mine.yaml"
    file.write_text("a")
    saved = wait_for_save(file)
    assert (saved(), saved()) == (b"a", None)
    file.write_text("ab")

    assert (saved(), saved()) == (b"ab", None)


def test_a_file_that_cannot_be_opened_is_told_once_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor puts another in its place, or holds it: then it is gone, or locked."""
    file = tmp_path / "mine.yaml"
    file.write_text("a")
    saved = wait_for_save(file)
    saved()
    file.unlink()
    gone = saved(), saved()
    file.write_text("ab")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as held:
        held.setattr(Path, "open", locked)
        shut = saved(), saved()

    assert gone == (
        "mine.yaml cannot be opened (No such file or directory): it is read once it can be",
        None,
    )
    assert shut == (
        "mine.yaml cannot be opened (Permission denied): it is read once it can be",
        None,
    )
    assert (saved(), saved()) == (b"ab", None)
