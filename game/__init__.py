"""Even Keel: a sailing game about why a crew needs both leadership and management."""

__version__ = "0.1.0"
