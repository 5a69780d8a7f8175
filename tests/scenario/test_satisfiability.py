"""Which figures gauges can have where some conditions hold and others fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.analysis.satisfiability import ANY, StepBudget, UnsureError, possible
from game.scenario.model.conditions import Comparison, Facts, GaugeIs, all_hold

CONDITIONS = st.builds(
    GaugeIs,
    st.sampled_from(("crew", "stability", "sail")),
    st.sampled_from(Comparison),
    st.sampled_from((0.0, 0.5, 1.0, 40.0, 41.0, 100.0)),
)


@given(st.lists(CONDITIONS, max_size=3), st.lists(st.lists(CONDITIONS, max_size=3), max_size=3))
def test_what_is_possible_has_an_example_and_what_is_not_has_none(
    hold: list[GaugeIs], fail: list[list[GaugeIs]]
) -> None:
    """The example does what is asked; where there is none, no figure near a threshold does."""
    gauges = possible(ANY, hold, fail, StepBudget())
    figures = (0.0, 0.25, 0.5, 0.75, 1.0, 20.0, 40.0, 40.5, 41.0, 70.0, 100.0)
    if gauges:
        example = Facts({gauge: span.example for gauge, span in gauges.items()})

        assert all_hold(hold, example)
        assert not any(all_hold(conditions, example) for conditions in fail)
        return
    for crew in figures:
        for stability in figures:
            for sail in figures[:5]:
                facts = Facts({"crew": crew, "stability": stability, "sail": sail})

                assert not all_hold(hold, facts) or any(all_hold(one, facts) for one in fail)


def test_an_example_is_a_whole_number_near_the_condition() -> None:
    """As an author would say it."""
    crew = GaugeIs("crew", Comparison.BELOW, 40)
    gauges = possible(ANY, [crew], [], StepBudget())

    assert gauges
    assert gauges["crew"].example == 39


def test_it_gives_up_rather_than_take_for_ever() -> None:
    """A file is untrusted."""
    asks = [GaugeIs(gauge, Comparison.ABOVE, 10) for gauge in ("crew", "stability", "progress")]
    never = [GaugeIs("seamanship", Comparison.AT_LEAST, 0)]

    with pytest.raises(UnsureError):
        possible(ANY, [], [*(asks for _ in range(12)), never], StepBudget())
    with pytest.raises(UnsureError):
        possible(ANY, [], [asks] * 10_000, StepBudget())
