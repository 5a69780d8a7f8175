"""Numbers as people say them."""

from __future__ import annotations

from textwrap import wrap

from game.i18n import _, number

LETTERS = 30
"""In a line of an order's words."""


def percent(share: float) -> str:
    """A share, 0 to 1, in whole percent; what rounds to none or all but is not, says so."""
    if 0 < share < 0.005:
        return _("under 1 %")
    if 0.995 <= share < 1:
        return _("over 99 %")
    return f"{100 * share:.0f} %"


def percent_range(low: float, high: float) -> str:
    """From one share to another, in whole percent; one figure where that is the same."""
    first, last = percent(low), percent(high)
    return first if first == last else _("{low} to {high}", low=first, high=last)


def counted(figure: float) -> str:
    """A count with its thousands apart."""
    return number(figure, ",.0f")


def in_lines(label: str) -> str:
    """An order's words, in lines short enough for a chart."""
    return "\n".join(wrap(label, LETTERS, max_lines=3, placeholder=" …"))


def listed(words: list[str]) -> str:
    """Words as a list in a sentence."""
    return _(" and ").join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def brief(share: float) -> str:
    """A share where there is little room, without its sign."""
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 <= share < 1 else f"{100 * share:.0f}"


def brief_range(low: float, high: float) -> str:
    """From one share to another where there is little room, without its sign."""
    first, last = brief(low), brief(high)
    return first if first == last else f"{first}-{last}"
