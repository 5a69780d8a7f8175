"""Transcripts: voyages written down with what must hold in them."""
