"""Templates of pages: everything is escaped, and they speak the game's language."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.i18n import _, ngettext, number


def page_templates(folder: Path) -> Environment:
    """Pages from the templates in a folder."""
    pages = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    pages.globals |= {"_": _written, "ngettext": ngettext, "number": number}
    return pages


def _written(text: str, **held: object) -> Markup:
    """Our own words, as they are; what they hold is escaped."""
    return Markup(_(text)).format(**held)  # noqa: S704 - catalogues are our own
