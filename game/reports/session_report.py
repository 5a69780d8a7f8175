"""The session report's data: what every crew chose, how it was split, and what it took home."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.reports.csv_tables import csv_table
from game.reports.html import page_templates, report_look
from game.reports.session_pages import DrawnPage
from game.scenario.model.scenario import Scenario
from game.session.live_session import LiveSession
from game.session.projector_view import Votes, votes_of
from game.session.session import Crew, Decision, How, Session
from game.session.voting import tally
from game.ship.attention_cost import Kind
from game.ship.passage import MODEL_VERSION
from game.ship.why import why_line
from game.simulation.single_voyage import SailedWatch, retrace
from game.storage.logbook import digest_of, gauges
from game.voyage.result_notes import watch_sailed
from game.voyage.view import end_view


@dataclass(frozen=True, slots=True)
class Chosen:
    """One crew's decision in one watch.

    number: of the watch, from 1. how: it came about. votes: for every order. against: those who
    wanted another order than the one that was given. talked, voted: seconds. gauges: after it.
    """

    number: int
    watch: str
    situation: str
    order: str
    kind: Kind
    how: How
    votes: tuple[Votes, ...]
    cast: int
    against: int
    talked: float
    voted: float
    result: str
    why: str
    learnt: str
    gauges: dict[str, float]


@dataclass(frozen=True, slots=True)
class CrewReport:
    """One crew's voyage. ending, text, ask: empty if it is not over. course_share: 0 to 1."""

    name: str
    aboard: int
    over: bool
    outcome: str
    ending: str
    text: str
    ask: str
    course_share: float
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody will do on Monday; name: empty unless names were asked for."""

    crew: str
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A session, looked at afterwards. started: as ISO 8601, UTC. elapsed, planned: seconds."""

    title: str
    scenario: str
    version: str
    digest: str
    seed: int
    model: int
    started: str
    elapsed: float
    planned: float
    seats: int
    crews: tuple[CrewReport, ...]
    lines: tuple[Line, ...]
    questions: tuple[str, ...]
    is_regatta: bool = False


def report_of(room: LiveSession, *, names: bool = False) -> SessionReport:
    """The report of a session as it stands; without names unless they are asked for."""
    scenario, session = room.loaded.scenario, room.session
    sat = [(session.crews[seat.crew - 1].name, seat) for seat in session.seats.values()]
    return SessionReport(
        title=scenario.title,
        scenario=scenario.id,
        version=scenario.version,
        digest=digest_of(room.loaded.text),
        seed=session.seed,
        model=MODEL_VERSION,
        started=datetime.fromtimestamp(room.charter.started, UTC).isoformat(timespec="seconds"),
        elapsed=session.elapsed(session.now),
        planned=60.0 * scenario.minutes_group,
        seats=len(session.aboard),
        crews=tuple(_crew(room, session, crew) for crew in session.crews),
        lines=tuple(
            Line(crew, seat.name if names else "", seat.line) for crew, seat in sat if seat.line
        ),
        questions=scenario.debrief,
        is_regatta=session.pace is not None,
    )


def as_json(report: SessionReport) -> str:
    return json.dumps(asdict(report), indent=2, ensure_ascii=False) + "\n"


def as_csv(report: SessionReport) -> str:
    """A row a crew and watch, for a spreadsheet."""
    rows: list[dict[str, Any]] = [
        {
            "ship": crew.name,
            "watch": chosen.number,
            "order": chosen.order,
            "kind": chosen.kind,
            "how": chosen.how,
            "votes": "; ".join(f"{vote.label}: {vote.votes}" for vote in chosen.votes),
            "cast": chosen.cast,
            "against": chosen.against,
            "seconds talked": round(chosen.talked),
            "seconds voted": round(chosen.voted),
            **{name: round(figure, 3) for name, figure in chosen.gauges.items()},
        }
        for crew in report.crews
        for chosen in crew.chosen
    ]
    return csv_table(rows)


def lines_as_csv(report: SessionReport) -> str:
    return csv_table([asdict(line) for line in report.lines])


def as_html(report: SessionReport, pages: Sequence[DrawnPage] = ()) -> str:
    """The report as one page that asks nobody for anything, for reading and for printing."""
    template = page_templates(Path(__file__).parent / "pages").get_template("report.html")
    return template.render(report=report, pages=pages, **report_look())


def _crew(room: LiveSession, session: Session, crew: Crew) -> CrewReport:
    scenario, voyage = room.loaded.scenario, crew.voyage
    end = end_view(scenario, voyage) if voyage.outcome else None
    legs = retrace(room.flow, voyage).legs
    if session.pace:
        chosen = tuple(_ordered(room, crew, leg) for leg in legs)
    else:
        made = [decision for decision in session.sailed if crew.number in decision.events]
        pairs = zip(made, legs, strict=True)
        chosen = tuple(_chosen(room, crew.number, decision, leg) for decision, leg in pairs)
    return CrewReport(
        name=crew.name,
        aboard=sum(seat.crew == crew.number for seat in session.aboard),
        over=voyage.outcome is not None,
        outcome=voyage.outcome.value if voyage.outcome else "",
        ending=end.title if end else "",
        text=end.text if end else "",
        ask=end.ask if end else "",
        course_share=[one.kind for one in chosen].count(Kind.COURSE) / max(1, len(chosen)),
        chosen=chosen,
    )


def _chosen(room: LiveSession, crew: int, decision: Decision, leg: SailedWatch) -> Chosen:
    scenario = room.loaded.scenario
    votes = tally(scenario, decision, crew)
    opened = decision.began if decision.opened is None else decision.opened
    locked = opened if decision.locked is None else decision.locked
    return replace(
        _watch(scenario, leg, decision.given[crew].how),
        votes=votes_of(scenario, decision, crew),
        cast=votes.voted,
        against=votes.voted - votes.orders[leg.sailed.order],
        talked=opened - decision.began,
        voted=locked - opened,
    )


def _ordered(room: LiveSession, crew: Crew, leg: SailedWatch) -> Chosen:
    """A watch of a regatta: what the mate ordered is marked as the adaptive captain's."""
    is_mates = len(leg.voyage.sailed) in crew.by_mate
    return _watch(room.loaded.scenario, leg, How.CAPTAIN if is_mates else How.ALONE)


def _watch(scenario: Scenario, leg: SailedWatch, how: How) -> Chosen:
    """A watch and its order, without any votes."""
    sailed = leg.sailed
    order = scenario.watches[sailed.watch].orders[sailed.order]
    return Chosen(
        number=len(leg.voyage.sailed),
        watch=sailed.watch,
        situation=scenario.watches[sailed.watch].situation,
        order=order.label,
        kind=order.kind,
        how=how,
        votes=(),
        cast=0,
        against=0,
        talked=0.0,
        voted=0.0,
        result=sailed.result,
        why=why_line(watch_sailed(scenario, sailed)),
        learnt=sailed.learnt,
        gauges=gauges(leg.voyage.ship),
    )
