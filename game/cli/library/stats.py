"""The verb stats: words, minutes and choices of a scenario, and how plain its language is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import print_data, print_out
from game.cli.options import AsJson, Named
from game.scenario.authoring.plain_language import Lapse, PlainLanguage, plain_language_of
from game.scenario.authoring.stats import ALONE, ALOUD, SILENT, TOGETHER, Stats, stats_of
from game.scenario.model.scenario import Scenario
from game.voyage.glossary import GLOSSARY

Hard = Annotated[bool, typer.Option("--hard", help="List the sentences that are hard to follow.")]


def stats(scenario: Named, hard: Hard = False, as_json: AsJson = False) -> None:
    """Count a scenario's words, minutes, reading grade, hard sentences and choices."""
    loaded = find_scenario(scenario)
    written, counted = loaded.scenario, stats_of(loaded.scenario)
    plain = plain_language_of(loaded.text, written.language, GLOSSARY)
    if as_json:
        print_data({**asdict(counted), "plain_language": asdict(plain)})
    elif hard:
        for line in _hard(plain):
            print_out(line)
    else:
        for name, figure in _told(written, counted, plain).items():
            print_out(f"{name:<9} {figure}")


def _hard(plain: PlainLanguage) -> Iterator[str]:
    for one in plain.hard:
        lapse = f"rare: {', '.join(one.words)}" if one.words else one.lapse
        yield f"line {one.line}: {lapse}"
        yield f"    {one.sentence}"


def _plain(plain: PlainLanguage, is_english: bool) -> str:
    lapses = [one for one in Lapse if one is not Lapse.RARE] if is_english else [Lapse.LONG]
    rows = [f"{plain.count(lapse)} of {plain.sentences} sentences {lapse}" for lapse in lapses]
    if is_english:
        rows.append(f"{plain.rare} of {plain.words:,} words that are rare")
    return f"\n{'':<10}".join([*rows, "(--hard lists them)"])


def _told(scenario: Scenario, stats: Stats, plain: PlainLanguage) -> dict[str, str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in stats.kinds.items() if count)
    per_watch = stats.voyage_words // stats.longest
    return {
        "watches": f"{stats.watches}, {stats.longest} of them on the longest way",
        "words": f"{stats.words:,} in all, about {stats.voyage_words:,} in a voyage "
        f"({per_watch} a watch)",
        "minutes": f"{stats.minutes_solo} alone, {stats.minutes_group} in a group; "
        f"the file says {scenario.minutes_solo} and {scenario.minutes_group}",
        "": f"(read at {SILENT} words a minute, {ALONE} s an order; "
        f"aloud at {ALOUD}, {TOGETHER} s)",
        "grade": "counted for English alone"
        if stats.grade is None
        else f"{stats.grade:.1f} (Flesch-Kincaid; aim at 7 or less)",
        "plain": _plain(plain, stats.grade is not None),
        "orders": f"{stats.orders}: {kinds}",
        "choices": f"{stats.conditional} with conditions, {stats.by_chance} by chance, "
        f"{stats.later} that come back; "
        f"ways part at {stats.branches}",
        "endings": f"{stats.endings}",
    }
