"""A small corpus on the disk with its index of counted syllables, for the tests of the shelf."""

from dataclasses import dataclass, field
from pathlib import Path

from app.shelf.models import Sent
from app.shelf.opening import open_shelf
from app.shelf.shelf import Shelf
from corpus.library import open_library
from index.build import build_index
from index.store import Index, open_index
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH, HEALTH_ID

FIRE = HEALTH.replace("y tế", "chữa cháy").replace("20/BC-SYT", "21/BC-SYT")


def sent(identity: str, text: str) -> Sent:
    """A Markdown file of this id."""
    return Sent(f"{identity}.md", text.encode())


def health() -> Sent:
    """The report on health."""
    return sent(HEALTH_ID, HEALTH)


@dataclass(slots=True)
class Place:
    """A corpus with one report, its index, and what was opened of them."""

    folder: Path
    opened: list[Index] = field(default_factory=list)

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def index(self) -> Path:
        return self.folder / "index"

    def shelf(self) -> Shelf:
        return Shelf(self.corpus, self.index, SyllableEncoder, lambda: self.opened.append(self.open()))

    def open(self) -> Index:
        return open_shelf(self.corpus, self.index, SyllableEncoder())[1]

    def open_as_it_stands(self) -> Index:
        return open_index(self.index, open_library(self.corpus), SyllableEncoder())

    def reports(self) -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(self.corpus.glob("*.md"))}

    def kept(self) -> list[str]:
        """Every file of the corpus but the lock."""
        files = (path.relative_to(self.corpus).as_posix() for path in self.corpus.rglob("*") if path.is_file())
        return sorted(path for path in files if path != ".hoidap.lock")


def made_in(folder: Path) -> Place:
    """Return a place with the report on cooperation."""
    place = Place(folder)
    place.corpus.mkdir()
    (place.corpus / f"{COOPERATION_ID}.md").write_text(COOPERATION, encoding="utf-8")
    build_index(open_library(place.corpus), SyllableEncoder(), place.index)
    return place
