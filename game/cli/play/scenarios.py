"""The verb scenarios: which there are."""

from __future__ import annotations

import json
from typing import Any

from game.cli.io import print_err, print_json, print_out
from game.cli.language import In, apply_language
from game.cli.options import AsJson
from game.cli.scenario_language import require_language, scenario_in_spoken_language
from game.i18n import _
from game.scenario.loading import library
from game.ui.vocabulary import TEACHES


def scenarios(as_json: AsJson = False, language: In = None) -> None:
    """List what can be sailed."""
    apply_language(language)
    shelf = library.scenarios(scenario_in_spoken_language, print_err)
    require_language(language, *shelf)
    rows: list[dict[str, Any]] = [
        {
            "id": loaded.scenario.id,
            "title": loaded.scenario.title,
            "minutes": {
                "solo": loaded.scenario.minutes_solo,
                "group": loaded.scenario.minutes_group,
            },
            "teaches": loaded.scenario.teaches,
            "summary": loaded.scenario.summary,
        }
        for loaded in shelf
    ]
    if as_json:
        print_json(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        minutes = _("{minutes} minutes", minutes=row["minutes"]["solo"])
        print_out(f"{row['id']}\n  {row['title']}, {minutes}: {_(TEACHES[row['teaches']])}")
        print_out(f"  {row['summary']}")
