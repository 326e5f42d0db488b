"""Works out which files of the corpus a change of its reports changes. Knows where they stand, touches none of them."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from app.shelf.holdings import Holdings, held_of
from app.shelf.journal import Changes, Content
from app.shelf.models import Candidate, Held, Placed
from corpus.card import Card, Corrections, Earlier, card_path, card_to_json

ORIGINALS = "originals"


class Change:
    """A change on its way: the reports as they will be, and the files that this takes."""

    def __init__(self, corpus: Path, holdings: Holdings) -> None:
        self._corpus = corpus
        self.holdings = holdings
        self._files: dict[str, Content | None] = {}

    @property
    def files(self) -> Changes:
        """Return what shall stand where, by paths inside the corpus."""
        return dict(self._files)

    def take_in(self, candidate: Candidate, placed: Placed, added_on: str) -> Held:
        """Take in a report, in the place of another where it is a version of it; return it as it will be."""
        before = self.holdings.find(placed.beside) if placed.standing == "version" else None
        identity = before.report.id if before else self.holdings.free(candidate.report.id)
        path = before.path if before else self._corpus / f"{identity}.md"
        card = Card(
            file=candidate.sent.file_name,
            sha256=candidate.sha256,
            added_on=added_on,
            findings=candidate.findings,
            size=candidate.size,
            corrections=candidate.sent.corrections,
            version=before.version + 1 if before else 1,
            replaces=identity if before else None,
            earlier=self._laid_aside(before) if before else (),
        )
        data = candidate.markdown.encode()
        same = identity == candidate.report.id
        held = Held(path, data, card, candidate.report) if same else held_of(path, data, card)
        self._hold(held)
        self._put_original(identity, card, candidate.sent.source)
        return held

    def _laid_aside(self, before: Held) -> tuple[Earlier, ...]:
        """Keep a report that another takes the place of: as it stood in the corpus, beside the file it came from."""
        card, folder = before.card_or_own(), f"{ORIGINALS}/{before.report.id}/{before.version}"
        self._files[f"{folder}/{before.path.name}"] = before.data
        if before.card:
            self._files[f"{folder}/{card_path(before.path).name}"] = card_to_json(before.card)
        return (*card.earlier, Earlier(before.version, card.file, card.sha256, card.added_on))

    def _put_original(self, identity: str, card: Card, source: Content) -> None:
        self._files[f"{ORIGINALS}/{identity}/{card.version}/{card.file}"] = source

    def correct(self, held: Held, corrections: Corrections, forget: Collection[str] = ()) -> None:
        """Let corrections of the metadata hold from now on, beside the earlier ones of other fields than ``forget``."""
        card = held.card_or_own()
        self._hold(held_of(held.path, held.data, replace(card, corrections=corrections.over(card.corrections, forget))))

    def _hold(self, held: Held) -> None:
        self.holdings.put(held)
        self._files[held.path.name] = held.data
        if held.card:
            self._files[card_path(held.path).name] = card_to_json(held.card)

    def take_out(self, held: Held) -> None:
        """Take a report out, with its card, the file it came from and all earlier versions."""
        self.holdings.drop(held.report.id)
        kept = f"{ORIGINALS}/{held.report.id}"
        self._files = {path: new for path, new in self._files.items() if not path.startswith(f"{kept}/")}
        for path in (held.path.name, card_path(held.path).name, kept):
            if (self._corpus / path).exists():
                self._files[path] = None
            else:
                self._files.pop(path, None)


def original_of(held: Held) -> Path:
    """Return where the file stands that a report came from; its Markdown where it came as that and has no card."""
    card = held.card
    kept = held.path.parent / ORIGINALS / held.report.id / str(held.version) / card.file if card else held.path
    return kept if kept.is_file() else held.path
