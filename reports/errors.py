"""The one error of this room."""

from crawler.errors import DoorstepError


class ReportError(DoorstepError):
    """A post or a page cannot be made from what the database holds."""
