"""After a voyage, in the plain face: what is heard, and what can be typed."""

from __future__ import annotations

import unicodedata
from itertools import count
from pathlib import Path

import pytest

from game.simulation.progress import Clock, never
from game.storage.logbook import read_log
from game.testing import a_helm
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from tests.services import some_services
from tests.ui.terminal.test_debrief import a_voyage_over

PARTS = (
    "1. Believed and true.",
    "2. Needed and given.",
    "3. Every captain.",
    "4. Decision and luck.",
    "5. One question.",
    "6. Talk.",
    "7. Odds at each watch.",
)


def harbour(
    folder: Path, *typed: str, clock: Clock = never, page_by_page: bool = False
) -> list[str]:
    """What is said after a voyage, when this is typed and then the input ends."""
    helm = a_voyage_over(folder)
    answers = iter(typed)
    said: list[str] = []

    def ask(prompt: str) -> str | None:
        said.append(prompt)
        return next(answers, None)

    services = some_services(folder, [helm.loaded])
    play_plain(services, helm, None, Reader(said.append, ask, clock, page_by_page))
    return said


def test_all_parts_are_heard_in_their_order(tmp_path: Path) -> None:
    """And the last question is what to do next."""
    said = harbour(tmp_path, "q")

    assert [line for line in said if line in PARTS] == list(PARTS)
    assert said[-1] == "What now? "


def test_at_a_terminal_each_page_waits_to_be_read(tmp_path: Path) -> None:
    """Enter turns it; nothing scrolls by. In a pipe all of it comes at once."""
    said = harbour(tmp_path, "", "", "", "Q", "q", page_by_page=True)
    asked = [line for line in said if line.startswith("Enter: next page")]

    assert [line for line in said if line in PARTS] == list(PARTS[:3])
    assert len(asked) == 4
    assert said[-1] == "What now? "


def test_it_can_be_read_aloud(tmp_path: Path) -> None:
    """No line is longer than 80 columns, and no character is a drawing: "°" is read as a word."""
    said = harbour(tmp_path, "w", "q")

    assert max(map(len, said)) <= 80
    assert {unicodedata.category(letter) for line in said for letter in line if letter != "°"} <= {
        *("Lu", "Ll", "Nd", "Zs", "Po", "Pd", "Ps", "Pe", "Pi", "Pf")
    }


@pytest.mark.parametrize("typed", [("q",), ("quit",), ()], ids=["q", "quit", "end of input"])
def test_one_may_stop(tmp_path: Path, typed: tuple[str, ...]) -> None:
    """By a word, or by saying nothing more."""
    assert harbour(tmp_path, *typed)[-1] == "What now? "


def test_a_number_sails_on_from_that_watch(tmp_path: Path) -> None:
    """In a logbook of its own; afterwards the earlier voyage is told beside it."""
    said = harbour(tmp_path, "9", "1", "1", "q")
    gave = read_log(tmp_path / "voyage.jsonl").entries
    again = read_log(tmp_path / "1.jsonl").entries

    assert "Watch 9 of 10." in said
    assert [entry.order for entry in again[:8]] == [entry.order for entry in gave[:8]]
    assert len(again) == 10
    assert any(line.startswith("You earlier: adrift after 10 watches") for line in said)


@pytest.mark.parametrize(("onward", "none"), [("9", False), ("1", True)])
def test_why_tells_of_watches_that_were_sailed_again(
    tmp_path: Path, onward: str, none: bool
) -> None:
    """Who sails on from watch 9 has sailed eight; who begins at the first has sailed none."""
    said = harbour(tmp_path, onward, "why")

    assert ("No watch has been sailed yet." in said) is none


@pytest.mark.parametrize("word", ["0", "11", "fly", ""], ids=str)
def test_what_means_nothing_is_answered_with_what_does(tmp_path: Path, word: str) -> None:
    """The choices are told again."""
    said = harbour(tmp_path, word, "q")

    assert sum("Type the number of a watch, 1 to 10" in line for line in said) == 2


def test_the_debrief_can_be_heard_again(tmp_path: Path) -> None:
    """From its beginning."""
    said = harbour(tmp_path, "d", "q")

    assert [line for line in said if line in PARTS] == [*PARTS, *PARTS]


def test_other_weather_is_told_in_sentences(tmp_path: Path) -> None:
    """What became of your orders, and of the adaptive captain's."""
    said = " ".join(harbour(tmp_path, "w", "q"))

    assert "Given again in 100 other seas, your orders arrived in 0 of them" in said
    assert "Your orders: was adrift, 31; turned back to a harbour, 69." in said
    assert "The adaptive captain: made port, 100." in said


def test_another_voyage_is_a_letter_away(tmp_path: Path) -> None:
    """The list of them comes next."""
    said = harbour(tmp_path, "n", "q")

    assert said[-1] == "Which voyage? Number or name: "


def test_slow_work_says_how_far_it_is(tmp_path: Path) -> None:
    """In words, and only now and then."""
    seconds = count()
    said = harbour(tmp_path, "q", clock=lambda: float(next(seconds)))
    told = [line for line in said if line.startswith("Sailing every voyage: ")]

    assert told
    assert told[0].endswith("% done.")


def test_enter_alone_is_answered_with_help(tmp_path: Path) -> None:
    """Nothing was typed, so nothing is quoted."""
    said: list[str] = []
    answers = iter([""])
    reader = Reader(said.append, lambda _: next(answers, None))
    play_plain(some_services(tmp_path, []), a_helm(tmp_path), None, reader)

    assert any("Type the number of an order" in line for line in said)
    assert not any("is no order of this watch" in line for line in said)


def test_a_percent_sign_stays_with_its_figure(tmp_path: Path) -> None:
    """Wherever a line breaks."""
    assert not any(line.startswith("%") for line in harbour(tmp_path, "q"))
