"""The workspace: the folder that holds the database, the crawls and the reports."""

import shlex
import shutil
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from crawler.errors import CrawlError, DoorstepError
from crawler.folder import CrawlFolder

HOME = Path("doorstep-data")


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

    def command(self, *words: str) -> str:
        """Write a command for this workspace as a person would type it."""
        home = [] if self.home == HOME else ["--home", str(self.home)]
        return shlex.join([*_program(), *home, *words])

    def folders(self) -> list[CrawlFolder]:
        """List the crawls, oldest first; folders that are no crawls are passed over."""
        found = [CrawlFolder(path.parent) for path in sorted(self.crawls.glob("*/crawl.json"))]
        return sorted(found, key=_made)

    def crawl(self, name: str | None) -> CrawlFolder:
        """Find a crawl by its id or path, or the newest.

        Raises DoorstepError when there is none.
        """
        folders = self.folders()
        if name is None:
            if not folders:
                crawl = self.command("crawl", "REGISTER")
                raise DoorstepError(f"{self.home}: there is no crawl yet; run `{crawl}` first")
            return folders[-1]
        for path in (self.crawls / name, Path(name)):
            if (path / "crawl.json").is_file():
                return CrawlFolder(path)
        ids = [folder.path.name for folder in folders]
        if near := get_close_matches(name, ids, n=1):
            raise DoorstepError(f"{self.home}: no crawl '{name}'; did you mean '{near[0]}'?")
        known = f"the newest are {', '.join(ids[-3:])}" if ids else "there are none yet"
        raise DoorstepError(f"{self.home}: no crawl '{name}'; {known}")


def _program() -> list[str]:
    """Say how Doorstep is started here: by name only where its environment is on the PATH."""
    if shutil.which("doorstep"):
        return ["doorstep"]
    started = Path(sys.argv[0])
    return [str(started)] if started.name == "doorstep" else ["python", "-m", "doorstep"]


def _made(folder: CrawlFolder) -> tuple[str, str]:
    """Say when a crawl came to this workspace: an imported one is as old as its archive."""
    try:
        info = folder.info
    except CrawlError:
        return "", folder.path.name
    return str(info.get("imported_at") or info.get("started") or ""), folder.path.name
