"""The debrief as pages: which sentence and which chart stands on which, for every UI and paper.

What a chart says of itself stands in `charts/`. UIs and reports only lay the pages out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from game.debrief.believed_and_true import Sighting
from game.debrief.charts.believed_and_true import BelievedChart, ConvoyBelievedChart
from game.debrief.charts.census import CensusChart, ConvoyCensusChart
from game.debrief.charts.decisions import DecisionsChart
from game.debrief.charts.drawing.rendering import Chart
from game.debrief.charts.needed_and_given import ConvoyNeededAndGivenChart, NeededAndGivenChart
from game.debrief.charts.odds import OddsChart
from game.debrief.charts.stability import StabilityChart
from game.debrief.charts.track import ConvoyChart, TrackChart
from game.debrief.debrief import EARLIER, Debrief
from game.debrief.decisions import Decisions
from game.debrief.needs_and_practices import NeededAndGiven, Practice, practices_text
from game.debrief.synergy import synergy_text
from game.i18n import N_, _
from game.number_format import listed
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.census_result import Census
from game.simulation.track import Track

NOT_OVER = N_("The voyage is not over; she is taken as adrift where she lies.")
WAITING = N_("Your orders, and all that you could have given, are being sailed in other seas.")
"""What stands for the decisions as long as they are not there."""
OPEN = N_("A need left open is no mistake by itself: see the decisions.")
SAME_SEA = N_(
    "These odds count every way on in this very sea. “Decision and luck” sails on half-skilled, in "
    "other seas: so its figures differ."
)
"""Why the odds at each watch are other figures than what decisions are worth."""
ASK = N_("What would you do differently?")
"""The one question, where the ending has none of its own."""
BLOCKS = (
    N_("How was it on deck?"),
    N_("What happened when?"),
    N_("What in the ship's structure caused it (not who)?"),
    N_("What will you do on Monday, and who will ask you?"),
)
"""What to talk about after any voyage, in this order."""
IF_THEN = N_(
    "As an if-then, for example: “When all reports are green, I ask one person on deck where we "
    "really are.”"
)
BLANK = N_("When …………………………, I …………………………, and ………………… will ask me.")
"""The form of words for Monday, and the same to fill in."""


class PageId(StrEnum):
    BELIEVED = "believed"
    TRACK = "track"
    NEEDS = "needs"
    CAPTAINS = "captains"
    DECISIONS = "decisions"
    QUESTION = "question"
    IF_THEN = "if-then"
    BLOCKS = "blocks"
    ASKED = "asked"
    PRACTISED = "practised"
    ODDS = "odds"
    MATES = "mates"
    GUESSED = "guessed"
    POLLED = "polled"
    PAIRED = "paired"
    RUNS = "runs"
    ORDERS = "orders"
    COSTLIEST = "costliest"
    TAUGHT = "taught"


REGATTAS = (
    *(PageId.MATES, PageId.GUESSED, PageId.POLLED, PageId.PAIRED, PageId.RUNS),
    *(PageId.ORDERS, PageId.COSTLIEST, PageId.TAUGHT),
)
"""The pages that only a regatta has."""

CREW_PAGES = (PageId.BELIEVED, PageId.TRACK, PageId.NEEDS, PageId.CAPTAINS)
"""The pages of `crew_charts`."""
TABS = {
    N_("Believed"): (PageId.BELIEVED, PageId.TRACK),
    N_("Needed"): (PageId.NEEDS,),
    N_("Captains"): (PageId.CAPTAINS,),
    N_("Decisions"): (PageId.DECISIONS,),
    N_("Question"): (PageId.QUESTION, PageId.IF_THEN),
    N_("Talk"): (PageId.BLOCKS, PageId.ASKED, PageId.PRACTISED),
    N_("Odds"): (PageId.ODDS,),
}
"""The pages behind each key, from 1; by a name that is short enough for seven in a row."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a page. name: of a crew or a kind of order that it is about, or empty.

    more: what is said after it, in small, or empty.
    """

    text: str
    name: str = ""
    kind: Kind | None = None
    more: str = ""

    @property
    def line(self) -> str:
        if not self.name:
            return self.text
        named = _("{kind}: {practices}.", kind=self.name, practices=self.text)
        return f"{named} {self.more}".rstrip()


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """One page. lead: what it says, in a sentence or two, or empty; notes: what stands below that.

    The report leaves out notes to charts: its two sheets have no room for them.
    """

    id: PageId
    title: str
    lead: str = ""
    charts: tuple[Chart, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class CrewVoyage:
    """What charts show of one crew of several. name: the crew's; the others: as in Debrief."""

    name: str
    track: Track
    over: bool
    course_share: float
    shared_share: float
    sightings: tuple[Sighting, ...]
    asked: tuple[NeededAndGiven, ...]


def debrief_pages(debrief: Debrief) -> list[DebriefPage]:
    """The pages of one voyage."""
    you, ghosts = debrief.tracks[0], _ghosts(debrief)
    earlier = tuple(track for track in debrief.tracks if track.captain == EARLIER)
    track = TrackChart(you, ghosts, earlier, debrief.over)
    mix = debrief.course_share, debrief.shared_share
    captains = CensusChart(debrief.census, *mix, you, debrief.over)
    believed = BelievedChart(debrief.sightings)
    not_over = [] if debrief.over else [_(NOT_OVER)]
    return [
        chart_page(PageId.BELIEVED, believed, StabilityChart(you, ghosts)),
        chart_page(PageId.TRACK, track, notes=not_over),
        chart_page(PageId.NEEDS, NeededAndGivenChart(debrief.asked), notes=[_(OPEN)]),
        chart_page(PageId.CAPTAINS, captains),
        decisions_page(debrief.decisions),
        question_page(debrief.ask, debrief.ending_title, debrief.outcome),
        if_then_page(debrief.note),
        *_talk(debrief),
        *_practised(debrief),
        chart_page(PageId.ODDS, OddsChart(debrief.odds), notes=[_(SAME_SEA)]),
    ]


def charts_by_name(pages: Iterable[DebriefPage]) -> dict[str, Chart]:
    return {chart.name: chart for page in pages for chart in page.charts}


def chart_page(id: PageId, *charts: Chart, notes: Iterable[str] = ()) -> DebriefPage:
    """A page of charts, that says what the first of them says."""
    first = charts[0]
    return DebriefPage(id, _(first.title), first.headline, charts, tuple(map(Note, notes)))


def crew_charts(
    crews: Sequence[CrewVoyage], ghosts: tuple[Track, ...], census: Census
) -> tuple[Chart, Chart, Chart, Chart]:
    """Believed and true, the track, needed and given, every captain: of one crew, or of all that
    share a sea.
    """
    if len(crews) == 1:
        [her] = crews
        mix = her.course_share, her.shared_share
        return (
            BelievedChart(her.sightings),
            TrackChart(her.track, ghosts, (), her.over),
            NeededAndGivenChart(her.asked),
            CensusChart(census, *mix, her.track, her.over),
        )
    tracks = tuple(replace(each.track, captain=each.name) for each in crews)
    mixes = (
        (track, each.course_share, each.shared_share)
        for track, each in zip(tracks, crews, strict=True)
    )
    at_sea = frozenset(each.name for each in crews if not each.over)
    return (
        ConvoyBelievedChart(tuple((each.name, each.sightings) for each in crews)),
        ConvoyChart(tracks, at_sea, ghosts),
        ConvoyNeededAndGivenChart(tuple((each.name, each.asked) for each in crews)),
        ConvoyCensusChart(census, tuple(mixes)),
    )


def convoy_pages(names: Sequence[str], debriefs: Sequence[Debrief]) -> list[DebriefPage]:
    """The pages that several crews look at together; of their decisions, a line for each crew."""
    named = list(zip(names, debriefs, strict=True))
    crews = [
        CrewVoyage(
            name,
            each.tracks[0],
            each.over,
            each.course_share,
            each.shared_share,
            each.sightings,
            each.asked,
        )
        for name, each in named
    ]
    charts = crew_charts(crews, _ghosts(debriefs[0]), debriefs[0].census)
    decided = convoy_decisions_page([(name, each.decisions) for name, each in named])
    return [*map(chart_page, CREW_PAGES, charts), decided]


def decisions_page(decisions: Decisions | None) -> DebriefPage:
    """What each order was worth; only that it is being found out, as long as it is."""
    if decisions is None:
        return DebriefPage(PageId.DECISIONS, _(DecisionsChart.title), _(WAITING))
    chart = DecisionsChart(decisions)
    return chart_page(PageId.DECISIONS, chart, notes=chart.remarks)


def convoy_decisions_page(decided: Iterable[tuple[str, Decisions | None]]) -> DebriefPage:
    """What the orders of each crew were worth, a line for each."""
    lines = (Note(decisions_page(each).lead, name) for name, each in decided)
    return DebriefPage(PageId.DECISIONS, _(DecisionsChart.title), notes=tuple(lines))


def question_page(ask: str = "", ending: str = "", outcome: Outcome | None = None) -> DebriefPage:
    """The one question, after how the voyage ended; ending: its title, or empty."""
    lead = _("{title}: she {ended}.", title=ending, ended=outcome.ended) if outcome else ""
    note = Note(ask or _(ASK))
    return DebriefPage(PageId.QUESTION, _("One question"), lead if ending else "", notes=(note,))


def convoy_question_page(asked: Iterable[tuple[str, str]]) -> DebriefPage:
    """The question of each crew's ending, once for all that share it; asked: crews' names, too."""
    crews: dict[str, list[str]] = {}
    for name, ask in asked:
        crews.setdefault(ask or _(ASK), []).append(name)
    if len(crews) < 2:
        return question_page(next(iter(crews), ""))
    notes = (Note(ask, listed(names)) for ask, names in crews.items())
    return DebriefPage(PageId.QUESTION, _("One question"), notes=tuple(notes))


def if_then_page(note: str = "") -> DebriefPage:
    """What to do, as an if-then; note: the captain's own, or empty."""
    lines = (Note(_(IF_THEN)), Note(note or _(BLANK)))
    return DebriefPage(PageId.IF_THEN, _("When …, I …"), notes=lines)


def _ghosts(debrief: Debrief) -> tuple[Track, ...]:
    return tuple(track for track in debrief.tracks[1:] if track.captain != EARLIER)


def _talk(debrief: Debrief) -> Iterator[DebriefPage]:
    blocks = (Note(f"{number}. {_(block)}") for number, block in enumerate(BLOCKS, 1))
    asked = tuple(map(Note, debrief.questions))
    yield DebriefPage(PageId.BLOCKS, _("Talk"), notes=tuple(blocks))
    if asked:
        yield DebriefPage(PageId.ASKED, _("This voyage asks"), notes=asked)


def _practised(debrief: Debrief) -> Iterator[DebriefPage]:
    if practices := tuple(_practices(debrief.practices)):
        lead = synergy_text(debrief.synergy)
        yield DebriefPage(PageId.PRACTISED, _("What you practised"), lead, notes=practices)


def _practices(practices: Sequence[Practice]) -> Iterator[Note]:
    """Kind by kind: what was used and how often; and what was open and was not."""
    for kind in (Kind.COURSE, Kind.SAILS, Kind.TEACH):
        used, unused = (practices_text(practices, kind, used) for used in (True, False))
        if used or unused:
            more = _("Open to you, and never used: {practices}.", practices=unused)
            name = kind.word.capitalize()
            yield Note(used or _("none"), name, kind, more if unused else "")
