"""The verb scenarios: which there are."""

from __future__ import annotations

import json
from typing import Any

from game.cli.io import print_err, print_json, print_out
from game.cli.language import In, apply_language, require_language, scenario_in_spoken_language
from game.cli.options import AsJson
from game.i18n import _


def scenarios(as_json: AsJson = False, language: In = None) -> None:
    """List what can be sailed."""
    from game.scenario.loading.library import scenarios
    from game.ui.vocabulary import TEACHES

    apply_language(language)
    library = scenarios(scenario_in_spoken_language, print_err)
    require_language(language, *library)
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
        for loaded in library
    ]
    if as_json:
        print_json(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        minutes = _("{minutes} minutes", minutes=row["minutes"]["solo"])
        print_out(f"{row['id']}\n  {row['title']}, {minutes}: {_(TEACHES[row['teaches']])}")
        print_out(f"  {row['summary']}")
