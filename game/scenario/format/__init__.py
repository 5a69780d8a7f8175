"""The format of a scenario file: its document, validation, repair of slips, and schema."""
