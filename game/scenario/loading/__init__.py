"""From bytes to a Scenario or findings; the library of scenarios."""
