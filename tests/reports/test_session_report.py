"""The session report: how every crew chose, and what it takes home; names only if asked for."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.files.kinds import Kind, kind_of
from game.reports.csv_tables import csv_table
from game.reports.session_files import write_session_report
from game.reports.session_pages import session_pages
from game.reports.session_report import as_csv, as_html, as_json, lines_as_csv, report_of
from game.session.commands import Button
from game.session.session import Phase
from game.simulation.single_voyage import Sail, retrace
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage
from tests.session.drill import Drill

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def held(tmp_path: Path) -> Drill:
    """Two crews after two watches, and a line for Monday; the second watch went to the minority."""
    label = f"Read {SCRIPT} aloud"
    watch = a_watch(steer=an_order("course", label=label), reef=an_order("sails"))
    drill = Drill(tmp_path, 2, a_loaded_scenario(a_document(*(watch,) * 4)))
    drill.join("ann", "bob", "cec", crew=1)
    drill.open_vote()
    drill.clock.wait(90)
    drill.vote("ann", "steer")
    drill.vote("bob", "steer")
    drill.vote("cec", "reef")
    drill.count("reef", 5, crew=2)
    drill.press(*[Button.NEXT] * 5)
    drill.clock.wait(30)
    drill.open_vote()
    drill.clock.wait(45)
    drill.vote("ann", "steer")
    drill.vote("bob", "steer")
    drill.vote("cec", "reef")
    drill.count("reef", 4, crew=2)
    drill.count("steer", 1, crew=2)
    drill.press(Button.REVEAL, Button.MINORITY, Button.NEXT, Button.DEBRIEF)
    drill.say("ann", f"=HYPERLINK(1) {SCRIPT}")
    return drill


def test_each_decision_has_its_split_its_minority_and_its_time(held: Drill) -> None:
    """For every crew."""
    one, two = report_of(held.room).crews

    assert [chosen.how for chosen in one.chosen] == ["majority", "minority"]
    assert [(chosen.cast, chosen.against) for chosen in one.chosen] == [(3, 1), (3, 2)]
    assert [(chosen.cast, chosen.against) for chosen in two.chosen] == [(5, 0), (5, 4)]
    assert [(chosen.talked, chosen.voted) for chosen in one.chosen] == [(0, 90), (30, 45)]
    assert one.course_share == 0.5
    assert one.chosen[1].gauges["progress"] == held.session.crews[0].voyage.ship.progress


def test_names_are_off_unless_they_are_asked_for(held: Drill) -> None:
    """A line is nobody's, until its writers want to be asked about it."""
    bare, named = report_of(held.room), report_of(held.room, names=True)

    assert "Ann" not in as_html(bare) + as_json(bare) + lines_as_csv(bare)
    assert bare.lines[0].line.startswith("=HYPERLINK")
    assert [line.name for line in named.lines] == ["Ann"]


def test_the_page_holds_no_script_and_asks_nobody(held: Drill) -> None:
    """Whatever people and authors wrote, it is text."""
    seen: list[tuple[str, str | None]] = []

    class Look(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append((tag, None))
            seen.extend((name, value) for name, value in attrs)

    page = as_html(report_of(held.room, names=True), session_pages(held.room))
    Look().feed(page)

    assert "script" not in dict(seen)
    assert not {"src", "href", "onerror"} & {name for name, _ in seen}
    assert all(value and value[0] == "#" for name, value in seen if name == "xlink:href")
    assert "&lt;script&gt;" in page
    asked = re.sub(r'xmlns(:xlink)?="[^"]*"|<!DOCTYPE svg[^>]*>', "", page)
    assert not re.search(r"https?://|url\((?!data:|#)", asked)


def test_the_page_has_the_debrief_of_the_wall(held: Drill, tmp_path: Path) -> None:
    """Of a convoy every crew's; of one ship hers; drawn once, however often lines come."""
    pages = session_pages(held.room)
    page = as_html(report_of(held.room), pages)
    charts = [chart for _, drawings in pages for chart, _ in drawings]
    *_, decisions = [each for each, _ in pages]

    assert [chart.title for chart in charts] == [
        "Believed and true",
        "The convoy",
        "Needed and given",
        "Every captain",
    ]
    assert all(f'aria-label="{chart.alt}"' in page for chart in charts)
    assert page.count("<svg ") - page.count('aria-hidden="true"') == 4
    assert [note.name for note in decisions.notes] == [crew.name for crew in held.session.crews]
    assert all(note.text and note.text in page for note in decisions.notes)
    held.say("bob", "ask the quiet one first")
    assert session_pages(held.room) is pages

    alone = Drill(tmp_path / "alone", 1, a_loaded_scenario(a_document(a_watch(), a_watch())))
    assert session_pages(alone.room) == ()
    alone.open_vote()
    alone.count("steer", 3)
    alone.press(*[Button.NEXT] * 3)
    hers = session_pages(alone.room)
    assert [chart.title for _, drawings in hers for chart, _ in drawings][1:] == [
        "The track",
        "Needed and given",
        "Every captain",
        "Decision and luck",
    ]
    assert hers[-1][0].lead in as_html(report_of(alone.room), hers)


def test_the_tables_open_in_a_spreadsheet_and_are_no_formulas(held: Drill) -> None:
    """A row a crew and watch; and a row a line."""
    report = report_of(held.room)
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    lines = list(csv.DictReader(io.StringIO(lines_as_csv(report))))

    assert [(row["ship"], row["watch"], row["against"]) for row in rows] == [
        ("Albatross", "1", "1"),
        ("Albatross", "2", "2"),
        ("Bittern", "1", "0"),
        ("Bittern", "2", "4"),
    ]
    assert lines[0]["line"].startswith("'=")


@pytest.mark.parametrize(
    "text",
    ["=1", "a;=1", "a; +1", "a\n-1", "a;\t@x", '";=1', "\uff1d1", "\t=1"],
    ids=["start", "semicolon", "blank", "line", "tab", "quote", "wide", "tab first"],
)
@pytest.mark.parametrize("mark", [",", ";"], ids=["comma", "semicolon"])
def test_no_cell_begins_a_formula_however_a_spreadsheet_splits_it(text: str, mark: str) -> None:
    """Where commas are decimals, spreadsheets split tables at semicolons."""
    table = csv_table([{"ship": "Albatross", "line": text}])
    cells = [cell for row in csv.reader(io.StringIO(table), delimiter=mark) for cell in row]
    starts = [cell.strip(' \t\r\n"')[:1] for cell in cells]

    assert not {*starts} & {*"=+-@\uff1d\uff0b\uff0d\uff20"}, cells


def test_the_papers_lie_beside_the_journal_and_are_whole(held: Drill, tmp_path: Path) -> None:
    """Logbooks, page, tables, data; written again, they take the place of the old ones."""
    write_session_report(held.room, tmp_path)
    paths = write_session_report(held.room, tmp_path)

    assert all(path.stat().st_size for path in paths)
    assert not list(tmp_path.glob(".even-keel*"))
    assert {path.name: kind_of(path.read_bytes()) for path in paths} == {
        "report.html": Kind.SESSION,
        "report.json": Kind.SESSION_DATA,
        "report.csv": Kind.SESSION_TABLE,
        "monday.csv": Kind.MONDAY,
        "albatross.jsonl": Kind.LOGBOOK,
        "bittern.jsonl": Kind.LOGBOOK,
    }
    assert json.loads((tmp_path / "report.json").read_text())["seats"] == 3


def test_a_report_is_of_one_moment_though_the_room_goes_on(
    held: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written beside the window, where the last order is undone meanwhile."""
    before = report_of(held.room)

    def retraced(flow: Flow, voyage: Voyage) -> Sail:
        held.press(Button.UNDO)
        return retrace(flow, voyage)

    monkeypatch.setattr("game.reports.session_report.retrace", retraced)

    assert report_of(held.room) == before
    assert held.phase is Phase.REVEALED


def test_a_session_that_has_not_begun_has_a_report_too(tmp_path: Path) -> None:
    """Nothing in it, and nothing wrong with it."""
    drill = Drill(tmp_path)

    assert "The voyage is not over." in as_html(report_of(drill.room))
    assert as_csv(report_of(drill.room)) == ""
