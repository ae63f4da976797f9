"""Errors that reach a user as one or two lines naming the place and the remedy."""


class DoorstepError(Exception):
    """Base of every error that a user can mend; printed without a traceback, exit status 2."""


class CrawlError(DoorstepError):
    """A register, archive or crawl folder cannot be used as it is."""


class RegisterError(CrawlError):
    """A register has problems; the message has one line for each of them."""
