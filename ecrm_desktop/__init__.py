"""ECRM Desktop, a customer register for small shops."""

__version__ = "0.1.0"
