"""The playtest: many seeded voyages for every captain, and what they show of a scenario."""
