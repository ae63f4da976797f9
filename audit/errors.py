"""The one error of this room."""

from crawler.errors import DoorstepError


class AuditError(DoorstepError):
    """A checklist, a crawl or the database cannot be used as it is."""
