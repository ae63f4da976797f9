"""The closed list of reasons: why an address was, or was not, read. Each has its plain words."""

REASONS: dict[str, str] = {
    "ok": "read",
    "not_modified": "unchanged since the earlier crawl",
    "redirect_off_site": "leads to another organisation's site",
    "robots": "the site's robots.txt asks crawlers not to look",
    "dns": "the name of the site is not known",
    "refused": "the connection was refused or broken off",
    "timeout": "no answer in time",
    "tls": "the site's certificate or encryption is faulty",
    "http_4xx": "the site says that there is no such page, or that it is closed to us",
    "http_5xx": "the site reports a fault of its own",
    "too_large": "larger than the crawler reads",
    "not_html": "neither a web page nor a PDF",
    "private_address": "an address inside a private network",
    "too_deep": "too many clicks from the home page",
    "over_budget": "left when the page budget was spent",
    "duplicate": "the same page under another address",
    "trap": "an endless series of generated pages",
    "parked": "a placeholder or a domain for sale",
    "needs_browser": "an empty shell that only a browser fills",
    "not_archived": "the web archive has no capture near the date",
    "no_website": "the register gives no website",
    "interrupted": "the crawl was stopped before it came to this",
}

# Another try may go better, so a resumed crawl asks for these again.
PASSING = frozenset({"dns", "refused", "timeout", "tls", "http_5xx", "interrupted"})
