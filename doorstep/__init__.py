"""Audit, with proof, how well public bodies let the public in."""

__version__ = "0.1.0"
