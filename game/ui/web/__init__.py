"""The phones: a page for each, and one for the facilitator, served from the laptop itself."""
