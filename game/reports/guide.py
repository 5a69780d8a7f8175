"""The guide: a facilitator's handout to a scenario, a page that prints and is all there is."""

from __future__ import annotations

from markupsafe import Markup

from game.debrief.charts.census import CensusChart
from game.debrief.charts.drawing.chart_style import PRINT, ChartStyle
from game.debrief.charts.drawing.rendering import svg as drawn
from game.debrief.pages import BLOCKS
from game.i18n import N_, _
from game.reports.graph.graph import graph_of
from game.reports.graph.style import PAINT, SIGN
from game.reports.graph.svg import graph_svg
from game.reports.guide_content import (
    GOALS,
    LISTEN,
    asks_of,
    good_stops,
    sentences_to_say,
    watches_with_same_need,
)
from game.reports.html import font_data, page_templates
from game.scenario.loading.files import bundled_folder
from game.scenario.model.conditions import Condition, GaugeIs, Not, phrase_in_words
from game.scenario.model.scenario import PRACTICES, Effects, Scenario, Watch
from game.ship.attention_cost import Kind
from game.ship.gauges import GAUGES
from game.simulation.census_result import Census
from game.voyage.flow import Flow
from game.voyage.glossary import glossed
from game.voyage.sea import forecast

BALANCE_NOUN = N_("balance")
COMPARED = (N_("at least"), N_("at most"), N_("above"), N_("below"))
OPENING = 5
"""Minutes for saying what the game is, and no more."""
DEALING = 5
"""Minutes for giving crews their ships and cards; and again to bring them back together."""
HUMP = ChartStyle(1600, 720, 34.0, PRINT)
"""How the hump is drawn: its text as large as that of the page when it is as wide."""


def guide(scenario: Scenario, census: Census) -> str:
    """The whole page; every text of the scenario is escaped in it.

    census: of the scenario, in the weather as written.
    """
    hump = CensusChart(census)
    pages = page_templates(bundled_folder("assets"))
    pages.lstrip_blocks = True
    pages.filters |= {"effects": _effects, "phrases": _phrases, "named": _named}
    return pages.get_template(
        "guide.html.j2"
    ).render(
        scenario=scenario,
        goal=_(GOALS[scenario.teaches]),
        practices=_practices(scenario),
        opening=OPENING,
        dealing=DEALING,
        listen=LISTEN[scenario.teaches],
        stops=list(good_stops(scenario)),
        asks=[asks_of(id, watch.weather) for id, watch in scenario.watches.items()],
        twins=list(watches_with_same_need(scenario)),
        blocks=BLOCKS,
        hump=hump,
        drawn=Markup(drawn(hump, HUMP)) if census.by_course_share else "",  # noqa: S704 - our own
        to_say=list(sentences_to_say(census)),
        longest=scenario.ahead(scenario.first_watch),
        skies={id: _sky(watch, scenario) for id, watch in scenario.watches.items()},
        next=dict(zip(scenario.watches, [*scenario.watches][1:], strict=False)),
        words=scenario_words(scenario),
        signs=SIGN,
        paint=PAINT,
        map=Markup(graph_svg(graph_of(Flow(scenario)))),  # noqa: S704 - built of escaped parts
        fonts={weight: font_data(weight) for weight in ("Regular", "SemiBold")},
    )


def _practices(scenario: Scenario) -> dict[Kind, list[str]]:
    """The practices that orders of a scenario try out, by the kind they belong to."""
    orders = [order for watch in scenario.watches.values() for order in watch.orders.values()]
    used = {order.practice for order in orders}
    found = {kind: [_(name) for name in names if name in used] for kind, names in PRACTICES.items()}
    return {kind: names for kind, names in found.items() if names}


def _sky(watch: Watch, scenario: Scenario) -> str:
    """The weather as players hear of it, and what nobody tells them."""
    weather = watch.weather
    hidden = _(
        "Unseen by the players, port's bearing moves {shift:.0f} degrees.", shift=weather.shift
    )
    return f"{forecast(weather, scenario.variation)}. {hidden}"


def scenario_words(scenario: Scenario) -> dict[str, str]:
    """The sailors' words that a scenario uses, each with its meaning."""
    watches = scenario.watches.values()
    texts = [text for watch in watches for text in (watch.situation, *watch.says.values())]
    labels = [order.label for watch in watches for order in watch.orders.values()]
    return glossed(" ".join([*texts, *labels]), scenario.language, ())


def _effects(effects: Effects) -> str:
    """Effects in words: `crew +4, progress -3`, with a true minus."""
    moved = (
        f"{_gauge(gauge)} {by:+g}".replace("-", "\N{MINUS SIGN}") for gauge, by in effects.items()
    )
    return ", ".join(moved)


def _gauge(name: str) -> str:
    """A gauge within a sentence, or the balance."""
    return _(GAUGES[name].noun if name in GAUGES else BALANCE_NOUN)


def _phrases(conditions: tuple[Condition, ...]) -> str:
    return _(" and ").join(_phrase(condition) for condition in conditions)


def _phrase(condition: Condition) -> str:
    """A condition for a reader; flags, watches and orders by the words of their ids."""
    match condition:
        case GaugeIs(gauge, comparison, figure):
            held = {"gauge": _gauge(gauge), "compared": _(comparison), "figure": figure}
            return _("{gauge} is {compared} {figure:g}", **held)
        case Not(of):
            return _("not {condition}", condition=_phrase(of))
        case _:
            return phrase_in_words(condition).replace("_", " ")


def _named(id: str) -> str:
    """An id as a heading."""
    return id.replace("_", " ").capitalize()
