"""The words that every UI uses: what kinds of order do, what gauges mean, how voyages end."""

from __future__ import annotations

import re
from textwrap import wrap

from game.i18n import N_, _
from game.scenario.loading.shelf import ShelfEntry
from game.scenario.model.scenario import Theme
from game.ship.attention_cost import Kind

COLUMNS = 80
HELD = "\0"
"""Stands for a blank at which no line may break; a language has its own that stay."""
MEANINGS = {
    N_("Progress"): N_("miles made good toward port; 100 % is landfall"),
    N_("Stability"): N_("what holds hull and routines together; 100 is sound, at 0 she founders"),
    N_("Off course"): N_(
        "degrees between bow and port, as far as anyone knows; beyond 90 she sails away"
    ),
    N_("Sails"): N_("how much of her canvas is set; more is faster, and more to carry"),
    N_("Crew"): N_("how much heart the crew has; 100 is full, at 0 they follow no more"),
    N_("Seamanship"): N_("what the crew can do unasked, out of 100; grows when you teach"),
}
KINDS = {
    Kind.COURSE: N_("you lead: the bow turns toward port, the crew takes heart"),
    Kind.SAILS: N_("you manage: canvas fits the wind, the ship is mended"),
    Kind.BOTH: N_("a little of each"),
    Kind.TEACH: N_("the crew learns; it pays a watch later"),
}
SPEAKS_FOR = {
    Kind.COURSE: N_("Speaks for course."),
    Kind.SAILS: N_("Speaks for sails."),
}
TEACHES = {
    Theme.ANALOGY: N_("ship, sea and crew"),
    Theme.COMPLEMENTARY: N_("why both are needed"),
    Theme.DEVELOPMENT: N_("growing leaders"),
    Theme.LEARNING: N_("learning from what went wrong"),
    Theme.ALIGNMENT: N_("pulling the same way"),
    Theme.EMPOWERMENT: N_("letting others act"),
}


def own_note(entry: ShelfEntry) -> str:
    """Whose a scenario is that did not come with the game; empty for one that did."""
    if not entry.file:
        return ""
    held = {"version": entry.version, "author": entry.author}
    if entry.author:
        return _("Version {version}, by {author}.", **held)
    return _("Version {version}.", **held)


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return f"{words[0].upper()}{words[1:]}."


def wrapped(line: str, columns: int = COLUMNS) -> list[str]:
    """The line within so many columns, its own indent kept, each percent sign by its figure."""
    indent = line[: len(line) - len(line.lstrip())]
    held = line.replace(" %", f"{HELD}%")
    parts = wrap(held, columns, subsequent_indent=indent)
    return [part.replace(HELD, " ") for part in parts] or [""]


def prose(text: str) -> str:
    """Paragraphs as written, the lines in them joined, so that the screen can break them anew."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(re.sub(r"[ \t\n]+", " ", paragraph) for paragraph in paragraphs)
