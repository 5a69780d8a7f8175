"""The pages of the debrief: the same for every UI, each sentence on one of them."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from itertools import chain

from game.debrief.debrief import Debrief, debrief_of, whole_debrief_of
from game.debrief.pages import (
    ASK,
    NOT_OVER,
    REGATTAS,
    TABS,
    WAITING,
    PageId,
    convoy_pages,
    convoy_question_page,
    debrief_pages,
)
from game.reports.debrief_html import debrief_html
from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE, CONTRARY, Captain
from game.simulation.single_voyage import sail_captain
from game.testing import a_voyage
from game.ui.terminal.printed.debrief import debrief_page_lines
from game.voyage.flow import Flow


def a_debrief(captain: Captain = CONTRARY) -> Debrief:
    """A captain's voyage, looked back on."""
    flow = Flow(find("two-hands-on-the-wheel").scenario)
    return whole_debrief_of(flow, sail_captain(flow, 5, captain).voyage, "digest")


def test_every_page_stands_behind_one_key_in_its_order() -> None:
    """No page twice."""
    pages = [page.id for page in debrief_pages(a_debrief())]

    assert (
        pages
        == [id for ids in TABS.values() for id in ids]
        == [id for id in PageId if id not in REGATTAS]
    )


def test_print_and_report_say_what_the_pages_say() -> None:
    """Print every sentence, the report each lead of a chart and every note to talk about."""
    debrief = a_debrief()
    lines, report = [*chain(*debrief_page_lines(debrief))], unescape(debrief_html(debrief))
    for page in debrief_pages(debrief):
        notes = [note.line for note in page.notes]

        assert any(line.endswith(f"{page.title}.") for line in lines)
        assert {*filter(None, [page.lead]), *notes} <= set(lines)
        assert page.lead in report or page.id is PageId.QUESTION
        assert page.charts or all(note in report for note in notes)


def test_a_voyage_that_is_not_over_says_so() -> None:
    """And asks nothing that its ending would ask."""
    flow, voyage, _ = a_voyage("CS")
    pages = {page.id: page for page in debrief_pages(debrief_of(flow, voyage, "digest"))}
    whole = {page.id: page for page in debrief_pages(a_debrief())}

    assert not whole[PageId.TRACK].notes
    assert [note.text for note in pages[PageId.TRACK].notes] == [NOT_OVER]
    assert not pages[PageId.QUESTION].lead


def test_all_pages_but_the_decisions_are_there_before_these_are_found() -> None:
    """That page says that they are being sailed, and shows nothing yet."""
    waiting = debrief_pages(replace(a_debrief(), decisions=None))
    decided = debrief_pages(a_debrief())
    differing = [a.id for a, b in zip(waiting, decided, strict=True) if a != b]
    page = next(page for page in waiting if page.id is PageId.DECISIONS)

    assert differing == [PageId.DECISIONS]
    assert (page.lead, page.charts) == (WAITING, ())


def test_a_convoy_shares_four_charts_and_has_a_line_a_crew() -> None:
    """Of their decisions; and a question once for all that share it."""
    pages = convoy_pages(["Gannet", "Petrel"], [a_debrief(), a_debrief(ADAPTIVE)])
    asked = convoy_question_page([("Gannet", "Why?"), ("Petrel", ""), ("Tern", "Why?")])

    assert [chart.name for page in pages for chart in page.charts] == [
        "convoy-believed",
        "convoy",
        "convoy-needs",
        "convoy-captains",
    ]
    assert [note.name for note in pages[-1].notes] == ["Gannet", "Petrel"]
    assert [(note.name, note.text) for note in asked.notes] == [
        ("Gannet and Tern", "Why?"),
        ("Petrel", ASK),
    ]
    assert [note.text for note in convoy_question_page([]).notes] == [ASK]
