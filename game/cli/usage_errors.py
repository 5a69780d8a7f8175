"""What is said of a value that no option takes, in our words instead of a library's."""

from __future__ import annotations

from typing import Any

import typer

from game.i18n import N_, _

WRONG = {
    "greater_than_equal": N_("{option} is at least {ge:g}, not {given}"),
    "less_than_equal": N_("{option} is at most {le:g}, not {given}"),
    "int_parsing": N_("{option} is a whole number, not '{given}'"),
    "float_parsing": N_("{option} is a number, not '{given}'"),
}
NOT_ONE_OF = " is not one of "


def describe_usage_error(usage: Any) -> str:
    """One sentence: which value cannot be taken, and what can; empty if it is not about a value."""
    if type(usage) is not typer.BadParameter:
        return ""
    if usage.param is None:
        return str(usage.message)
    option = usage.param.opts[0]
    for wrong in getattr(usage.__cause__, "errors", list)():
        kind, given = wrong["type"], wrong["input"]
        if kind in WRONG:
            return _(WRONG[kind], option=option, given=given, **wrong.get("ctx", {}))
    given, is_choice, choices = usage.message.partition(NOT_ONE_OF)
    if not is_choice:
        return f"{option}: {usage.message}"
    named = choices.rstrip(".").replace("'", "")
    given = given.removeprefix("Value error, ")
    return _("{option} is one of {choices}, not {given}", option=option, choices=named, given=given)
