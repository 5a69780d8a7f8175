"""The verb scenarios: which there are."""

from __future__ import annotations

from typing import Any

from game.cli.io import print_data, print_err, print_out
from game.cli.language import In, apply_language
from game.cli.options import AsJson
from game.cli.scenario_language import list_spoken_shelf, require_language
from game.i18n import _
from game.ui.vocabulary import TEACHES


def scenarios(as_json: AsJson = False, language: In = None) -> None:
    """List what can be sailed."""
    apply_language(language)
    shelf = list_spoken_shelf(print_err)
    require_language(language, (entry.open() for entry in shelf))
    rows: list[dict[str, Any]] = [
        {
            "id": entry.id,
            "title": entry.title,
            "minutes": {"solo": entry.minutes_solo, "group": entry.minutes_group},
            "teaches": entry.teaches,
            "summary": entry.summary,
            "version": entry.version,
            "author": entry.author,
            "license": entry.license,
            "own": bool(entry.file),
        }
        for entry in shelf
    ]
    if as_json:
        print_data(rows)
        return
    for row in rows:
        minutes = _("{minutes} minutes", minutes=row["minutes"]["solo"])
        print_out(f"{row['id']}\n  {row['title']}, {minutes}: {_(TEACHES[row['teaches']])}")
        print_out(f"  {row['summary']}")
        if row["own"]:
            print_out(_("  Yours, version {version}", version=row["version"]))
