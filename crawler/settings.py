"""The settings of Scrapy for a crawl."""

from pathlib import Path
from typing import Any

from crawler.browser import RENDERED, browser_settings
from crawler.options import CrawlOptions

# Scrapy's own spider middlewares judge answers and links, which here the visits do.
_NOT_FOR_US = (
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware",
    "scrapy.spidermiddlewares.referer.RefererMiddleware",
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware",
    "scrapy.spidermiddlewares.depth.DepthMiddleware",
)
# Nor does a crawl take orders over a port, write feeds or read anything but the web. An extension
# that is only set to None is loaded all the same, and with it a telnet server and aiohttp.
_EXTENSIONS = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.throttle.AutoThrottle": 0,
}
_NO_SCHEMES = ("data", "file", "ftp", "s3")


def settings_for(options: CrawlOptions, *, agent: str, log: Path) -> dict[str, Any]:
    """Give the settings of Scrapy: it keeps the pace, the visits do the rest."""
    anyone = "scrapy.resolver.CachingThreadedResolver"
    resolver = anyone if options.allow_private else "crawler.guards.PublicResolver"
    return {
        "USER_AGENT": agent,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Language": "en-GB,en;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        },
        "CONCURRENT_REQUESTS": 0,
        "CONCURRENT_ITEMS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": options.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "DOWNLOAD_TIMEOUT": options.timeout,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "AUTOTHROTTLE_ENABLED": options.delay > 0,
        "AUTOTHROTTLE_START_DELAY": options.delay,
        # Robots.txt, redirects, retries and encodings are each visit's own business: every hop
        # must pass its guards, and the archive keeps bytes as they were sent.
        "ROBOTSTXT_OBEY": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "RETRY_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "COOKIES_ENABLED": False,
        "TWISTED_DNS_RESOLVER": resolver,
        "DOWNLOAD_HANDLERS": dict.fromkeys(_NO_SCHEMES) | (RENDERED if options.browser else {}),
        **(browser_settings(agent) if options.browser else {}),
        "PAST": options.period,
        "DOWNLOADER_MIDDLEWARES": {
            **({"crawler.past.TimeMachine": 995} if options.as_of else {}),
            "crawler.politeness.Patience": 550,
            "crawler.spider.Keeper": 990,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        },
        "SPIDER_MIDDLEWARES": dict.fromkeys(_NOT_FOR_US),
        "EXTENSIONS_BASE": _EXTENSIONS,
        "LOG_FILE": str(log),
        "LOG_LEVEL": "INFO",
    }
