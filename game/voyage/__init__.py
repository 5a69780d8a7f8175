"""The voyage: a state machine of watches, seeded luck, views, and the logbook that replays it."""
