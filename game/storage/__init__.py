"""Everything that is kept: the solo logbook, and a session's journal in SQLite or PostgreSQL."""
