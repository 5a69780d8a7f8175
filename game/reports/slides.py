"""Eight slides to begin with, and a sheet for whoever sails: one page that shows and prints."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.pages import BLANK
from game.i18n import N_, _
from game.reports.guide import scenario_words
from game.reports.html import font_data, page_templates
from game.scenario.loading.files import bundled_folder
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind

LEADS = N_("Course orders lead: they turn the bow toward port, and give the crew heart.")
MANAGES = N_("Sails orders manage: they fit the sails to the wind, and mend the ship.")
SLIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("You are the captain"), (N_("One ship, one crew, and a port that nobody can see yet."),)),
    (N_("Each watch, one order"), ()),
    (
        N_("A watch goes like this"),
        (
            N_("Read what is. Hear two voices; each is right about half the time."),
            N_("Choose one order. The sea answers, and you see what it moved."),
        ),
    ),
    (
        N_("What you see is what is believed"),
        (
            N_("Progress, stability, crew: these you can trust."),
            N_("Where port lies you only know if somebody has looked."),
        ),
    ),
    (
        N_("How to come aboard"),
        (
            N_("Point your camera at the square on the wall, or type the address and the code."),
            N_("No phone? Share one, or raise your hand: it counts the same."),
        ),
    ),
    (
        N_("Two things that help"),
        (
            N_("Decide before you look at your neighbour."),
            N_("Nobody is marked. Nobody's name is ever on the wall."),
        ),
    ),
    (
        N_("Afterwards we talk"),
        (
            N_("As long as we have sailed: what happened, what in the ship caused it, and Monday."),
            N_("Fair winds."),
        ),
    ),
)
"""After the title, slide by slide: its title and its lines."""


@dataclass(frozen=True, slots=True)
class Slide:
    """kinds: orders explained side by side, each by its kind."""

    title: str
    lines: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...] = ()


def slides(scenario: Scenario) -> str:
    """The whole page; nothing on it tells what comes."""
    pages = page_templates(bundled_folder("assets"))
    return pages.get_template("slides.html.j2").render(
        scenario=scenario,
        slides=[Slide(scenario.title, (scenario.summary,)), *map(_slide, range(len(SLIDES)))],
        watches=scenario.ahead(scenario.first_watch),
        words=scenario_words(scenario),
        blank=_(BLANK),
        fonts={weight: font_data(weight) for weight in ("Regular", "SemiBold")},
    )


def _slide(number: int) -> Slide:
    title, lines = SLIDES[number]
    kinds = ((Kind.COURSE.value, _(LEADS)), (Kind.SAILS.value, _(MANAGES))) if number == 1 else ()
    return Slide(_(title), tuple(map(_, lines)), kinds)
