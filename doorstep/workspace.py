"""The workspace: the folder that holds the database, the crawls and the reports."""

from dataclasses import dataclass
from pathlib import Path

from crawler.errors import CrawlError, DoorstepError
from crawler.folder import CrawlFolder


@dataclass(frozen=True)
class Workspace:
    """A home folder and the places in it; nothing is made before it is needed."""

    home: Path

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.home / "doorstep.db"

    @property
    def crawls(self) -> Path:
        """The folder of crawl folders."""
        return self.home / "crawls"

    @property
    def reports(self) -> Path:
        """The folder of posts."""
        return self.home / "reports"

    def folders(self) -> list[CrawlFolder]:
        """List the crawls, oldest first; folders that are no crawls are passed over."""
        found = [CrawlFolder(path.parent) for path in sorted(self.crawls.glob("*/crawl.json"))]
        return sorted(found, key=_begun)

    def crawl(self, name: str | None) -> CrawlFolder:
        """Find a crawl by its id or path, or the newest.

        Raises DoorstepError when there is none.
        """
        if name is None:
            folders = self.folders()
            if not folders:
                raise DoorstepError(
                    f"{self.home}: there is no crawl yet; run `doorstep crawl REGISTER` first"
                )
            return folders[-1]
        for path in (self.crawls / name, Path(name)):
            if (path / "crawl.json").is_file():
                return CrawlFolder(path)
        known = ", ".join(f.path.name for f in self.folders()[-3:]) or "none yet"
        raise DoorstepError(f"{self.home}: no crawl '{name}'; the newest are: {known}")


def _begun(folder: CrawlFolder) -> tuple[str, str]:
    try:
        return str(folder.info.get("started") or ""), folder.path.name
    except CrawlError:
        return "", folder.path.name
