"""The projector: a session as the whole room sees it, and the facilitator's hands on it."""
