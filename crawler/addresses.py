"""Web addresses: made whole and clean, and told equal where a site has several for one page.

`clean` gives the address that is asked for; `key` is the same for addresses of the same page.
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

_LONGEST = 2000
_DOCUMENTS = (".pdf",)
# fmt: off
_OTHER_FILES = frozenset((
    "doc", "docx", "dot", "dotx", "odt", "rtf", "xls", "xlsx", "xlsm", "ods", "csv", "ppt", "pptx",
    "pps", "odp", "zip", "rar", "7z", "gz", "tar", "tgz", "exe", "msi", "dmg", "apk", "jpg", "jpeg",
    "png", "gif", "svg", "webp", "bmp", "ico", "tif", "tiff", "mp3", "mp4", "m4a", "m4v", "wav",
    "ogg", "avi", "mov", "wmv", "flv", "webm", "css", "js", "json", "xml", "rss", "atom", "ics",
    "vcf", "txt", "md", "epub", "mobi", "swf", "woff", "woff2", "ttf", "eot",
))
# fmt: on
_MAIN_FILES = frozenset(
    f"{stem}.{end}"
    for stem in ("index", "default", "home")
    for end in ("html", "htm", "php", "asp", "aspx")
)
_SESSION = re.compile(
    r"^(?:jsessionid|phpsessid|sid|s?session_?id|aspsessionid\w*|cfid|cftoken|oscsid|zenid|"
    r"utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|_ga|_gl|replytocom|share|returnurl|"
    r"return_?to|redirect_?to|ccm_token)$",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"^(?:print|pr|printable|printview|printpage|printer_?friendly|txtonly|textonly|"
    r"sort|sort_?(?:by|order|dir|direction|field|col|column|key|type|expression)|asc|desc|"
    r"order|order_?(?:by|dir|direction)|dir|direction|fontsize|font_?size|contrast|highlight|"
    r"view_?mode|per_?page|page_?size|items_?per_?page|posts_?per_?page|results_?per_?page|"
    r"lang|language|locale|lang_?id|set_?lang|hl|ui_?culture|culture)$",
    re.IGNORECASE,
)
# Print views, ways to show one list, and the first page of one.
_SAME = re.compile(
    r"^(?:tmpl=component|(?:format|layout|action|view)=print|"
    r"(?:view|display|layout)=(?:list|grid|table|cards?|tiles?)|"
    r"(?:page|start|offset|skip|limitstart|first)=0|paged=1)$",
    re.IGNORECASE,
)
_FIRST_PAGE = re.compile(r"/page/1$")
_IN_LANGUAGE = re.compile(r"^/(?:en|cy)(?:[-_]gb)?(?=/|$)", re.IGNORECASE)
_ID_NAMES = {"meetingid": "mid", "committeeid": "cid"}
_MODERN_GOV = re.compile(r"/(?:mg|ie|ec)[a-z]+\.aspx$", re.IGNORECASE)
_MODERN_GOV_VIEWS = {"ver", "bcr", "j", "xxr", "gl", "$lo$"}
# Nearly every link: an absolute path that needs no cleaning on a base that had it.
_PLAIN = re.compile(r"/(?:(?!\.)[A-Za-z0-9_~.,+-]+/)*(?:(?!\.)[A-Za-z0-9_~.,+-]+)?")
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?=/)")
_SAFE = "!#$%&'()*+,/:;=?@[]~"


def clean(url: str, base: str = "") -> str | None:
    """Make an address whole: absolute, http or https, without fragment, user name or session.

    Returns None for what cannot be fetched: other schemes, broken or overlong addresses.
    """
    if _PLAIN.fullmatch(url) and (start := _ORIGIN.match(base)):
        return start[0] + url
    url = re.sub(r"[\t\r\n]", "", url.strip())
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not host:
        return None
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    path = re.sub(r";jsessionid=[^/?]*", "", parts.path, flags=re.IGNORECASE)
    path = re.sub(r"^(?:/\.\.?)+(?=/|$)", "", path) or "/"
    query = "&".join(p for p in parts.query.split("&") if not _SESSION.match(p.partition("=")[0]))
    return urlunsplit((scheme, host, quote(path, safe=_SAFE), quote(query, safe=_SAFE), ""))


@lru_cache(maxsize=50_000)
def key(url: str) -> str:
    """Reduce a clean address to what it shares with others of the same page.

    Scheme, www., a main file's name, a closing slash, print views, sort orders, languages, the
    first page of a list and the order of parameters do not tell pages apart; nor do the many
    addresses of one meeting in ModernGov.
    """
    parts = urlsplit(url)
    path = re.sub(r"/{2,}", "/", unquote(parts.path))
    folder, _, name = path.rpartition("/")
    if name.lower() in _MAIN_FILES:
        path = folder
    if path.lower().endswith((".aspx", ".asp")):
        path = path.lower()
    said = "&".join(p for p in parts.query.split("&") if not p.endswith("="))
    pairs = [
        (k, v)
        for k, v in parse_qsl(said, keep_blank_values=True)
        if not _VIEW.match(k) and not _SAME.match(f"{k}={v}")
    ]
    if _MODERN_GOV.search(parts.path):
        pairs = _modern_gov(path, pairs)
    path = _FIRST_PAGE.sub("", _IN_LANGUAGE.sub("", path).rstrip("/"))
    query = "&".join(f"{k}={v}" for k, v in sorted(pairs))
    host = parts.netloc.removeprefix("www.")
    return f"{host}{path}" + (f"?{query}" if query else "")


def host_of(url: str) -> str:
    """Name the host of an address, in lower case and without the port."""
    return (urlsplit(url).hostname or "").rstrip(".")


def origin(url: str) -> str:
    """Give scheme and host with port: what a robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_document(url: str) -> bool:
    """Say whether an address looks like that of a PDF."""
    return urlsplit(url).path.lower().endswith(_DOCUMENTS)


def is_other_file(url: str) -> bool:
    """Say whether an address looks like that of a file that is neither page nor PDF."""
    path = urlsplit(url).path
    if path.startswith("/cdn-cgi/"):
        return True
    name = path.rpartition("/")[2]
    return "." in name and name.rpartition(".")[2].lower() in _OTHER_FILES


def _modern_gov(path: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    named = {_ID_NAMES.get(k.lower(), k.lower()): v for k, v in pairs}
    if path.endswith("/ielistdocuments.aspx") and "mid" in named:
        return [("mid", named["mid"])]
    return [(k, v) for k, v in named.items() if k not in _MODERN_GOV_VIEWS]
