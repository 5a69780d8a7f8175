"""A session in another language: the same events, voyages and figures, in other words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.i18n import spoken
from game.reports.session_files import crew_logbook_bytes, write_session_report
from game.reports.session_report import as_html, report_of
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.session.commands import Button, Count, Decide
from game.session.live_session import LiveSession, resume_live_session
from game.session.session import Crew, Phase
from game.storage.logbook import Log, read_log
from game.testing import Clock, a_live_session
from game.ui.languages import LANGUAGES
from tests.languages import speaking

HANDS = (4, 7, 1)
"""How many go up for the first order, the second and the third."""


def a_session(folder: Path, language: str) -> LiveSession:
    """A convoy of two, by hands, from the lobby to the debrief."""
    folder.mkdir()
    with speaking(language):
        room = a_live_session(
            folder, 2, translate_scenario(find("maiden-passage"), spoken()), clock=Clock()
        )
        while room.session.phase is not Phase.DEBRIEF:
            if room.session.phase is Phase.VOTING:
                _count(room)
            if room.press(Button.NEXT):
                _decide(room)
        return room


def _count(room: LiveSession) -> None:
    """Hands for every order that is open; the second crew sees it the other way round."""
    decision = room.session.open
    assert decision
    for crew in room.host_view().crews:
        open_orders = [order.id for order in crew.orders if not order.locked]
        for id, number in zip(open_orders[:: 3 - 2 * crew.number], HANDS, strict=False):
            room.do(Count(crew.number, decision.id, id, number))


def _decide(room: LiveSession) -> None:
    """What a vote could not: the first order that is open, for everybody."""
    for crew in room.host_view().crews:
        first = next((order.id for order in crew.orders if not order.locked), "")
        room.do(Decide(crew.number, first, room.session.step))


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, LiveSession]]:
    """The same evening, once in each language."""
    folder = tmp_path_factory.mktemp("evenings")
    rooms = {language: a_session(folder / language, language) for language in LANGUAGES}
    yield rooms
    for room in rooms.values():
        room.journal.close()


def as_read(room: LiveSession, crew: Crew, folder: Path) -> Log:
    """A crew's logbook, as it is read again."""
    (folder / "crew.jsonl").write_bytes(crew_logbook_bytes(room, crew))
    return read_log(folder / "crew.jsonl")


def test_the_same_hands_leave_the_same_logbooks_in_every_language(
    sessions: dict[str, LiveSession], tmp_path: Path
) -> None:
    """But for the translation that each carries, a crew's each."""
    logs = {}
    for language, room in sessions.items():
        with speaking(language):
            logs[language] = [as_read(room, crew, tmp_path) for crew in room.session.crews]

    for crew in zip(*logs.values(), strict=True):
        plain = [replace(log.header, language="", translation="") for log in crew]
        assert plain == [plain[0]] * len(LANGUAGES)
        assert [log.entries for log in crew] == [crew[0].entries] * len(LANGUAGES)


def test_the_journal_is_the_same_in_every_language(sessions: dict[str, LiveSession]) -> None:
    """Its events hold ids, its charter the scenario's own text, and the translation beside it."""
    journals = [room.journal for room in sessions.values()]
    charters = [room.charter for room in sessions.values()]

    assert len({replace(charter, language="", translation="") for charter in charters}) == 1
    assert [charter.language for charter in charters] == ["", "de", "fr"]
    assert len({tuple(journal.records(0)) for journal in journals}) == 1


def test_what_was_held_in_german_goes_on_in_french(sessions: dict[str, LiveSession]) -> None:
    """Whoever opens the room again chooses; what it can press and say is told in that language."""
    path = Path(sessions["de"].journal.name)
    sessions["de"].journal.close()
    with speaking("fr"):
        room = resume_live_session(path, Clock())
        seen = room.host_view()
        refused = room.press(Button.LOCK)
        room.journal.close()

    before = sessions["de"].session
    assert [crew.voyage.ship for crew in room.session.crews] == [
        crew.voyage.ship for crew in before.crews
    ]
    assert (room.session.phase, room.session.step) == (before.phase, before.step)
    assert seen.title == "Voyage inaugural"
    assert seen.prompt.startswith("Montrez l'écart, pas les gens")
    assert refused
    assert refused.reason == "aucun vote n'est ouvert"


def test_the_report_holds_the_same_figures_in_other_words(
    sessions: dict[str, LiveSession], tmp_path: Path
) -> None:
    """As data nothing but words differs; the page says which language it is in."""
    told, data = {}, {}
    for language in ("en", "fr"):
        with speaking(language):
            report = report_of(sessions[language])
            told[language] = as_html(report)
            write_session_report(sessions[language], tmp_path)
            data[language] = _figures(json.loads((tmp_path / "report.json").read_text("utf-8")))

    assert data["fr"] == data["en"]
    assert '<html lang="fr">' in told["fr"]
    assert "Quart 1 : " in told["fr"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Watch 1: " in told["en"]


def _figures(data: Any) -> Any:
    """Data with its words left out."""
    if isinstance(data, dict):
        return {key: _figures(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_figures(value) for value in data]
    return None if isinstance(data, str) else data
