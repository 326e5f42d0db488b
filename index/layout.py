"""The built folder on disk as a type: its file names stand here once. The manifest is written last."""

import hashlib
import json
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path

from index.errors import IndexBroken, IndexMissing
from index.models import Manifest, Part

FORMAT = 1
"""Raised whenever the files of a built folder change their meaning."""
WHOLE = 1 << 25
"""Bytes up to which a file is read whole to be checked."""
PIECES, PIECE = 64, 1 << 16
"""How many pieces of a longer one are read, and how many bytes each has."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a built index stand in its folder."""

    folder: Path

    @property
    def passages(self) -> Path:
        """One passage a line, JSON, in the order of the vectors."""
        return self.folder / "passages.jsonl"

    @property
    def vectors(self) -> Path:
        """The FAISS index."""
        return self.folder / "vectors.faiss"

    @property
    def accented(self) -> Path:
        """BM25 over the text as written."""
        return self.folder / "bm25-accented"

    @property
    def folded(self) -> Path:
        """BM25 over the text without diacritics."""
        return self.folder / "bm25-folded"

    @property
    def near(self) -> Path:
        """What proposes near vectors; only where there are too many to compare all."""
        return self.folder / "near.faiss"

    @property
    def near_rows(self) -> Path:
        """Which row each vector in there is."""
        return self.folder / "near-rows.npy"

    @property
    def moments(self) -> Path:
        """Mean and spread of the vectors; only where they are not all compared."""
        return self.folder / "moments.npy"

    @property
    def readings(self) -> Path:
        """How abbreviations were read when the terms were counted."""
        return self.folder / "readings.json"

    @property
    def manifest(self) -> Path:
        """What the folder was built from; its presence says that the build finished."""
        return self.folder / "manifest.json"

    def foreign(self) -> str | None:
        """Return the name of a file in the folder that no build has written, or None."""
        # A format that renames a file keeps the old name in this list: folders of that format are still replaced.
        own = {
            part.name
            for part in (
                self.passages, self.vectors, self.accented, self.folded, self.near, self.near_rows, self.moments,
                self.readings, self.manifest,
            )
        }  # fmt: skip
        names = (path.name for path in self.folder.iterdir()) if self.folder.is_dir() else ()
        return next((name for name in sorted(names) if name not in own), None)

    def hashes(self) -> tuple[tuple[str, str], ...]:
        """Return the name and digest of every file but the manifest, sorted by name; see ``digest``."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file() and path != self.manifest)
        return tuple((path.relative_to(self.folder).as_posix(), digest(path)) for path in files)

    def write_manifest(self, manifest: Manifest) -> None:
        """Write the manifest; call it when everything else is on disk."""
        reports = [astuple(part) for part in manifest.reports]
        fields = {**asdict(replace(manifest, reports=())), "reports": reports}
        self.manifest.write_text(json.dumps(fields, ensure_ascii=False) + "\n", encoding="utf-8")

    def read_manifest(self, *, check: bool = True) -> Manifest:
        """Read the manifest and, with ``check``, hold every file against it.

        Raises ``IndexMissing`` where nothing was built, ``IndexBroken`` where a build was cut off or a file changed.
        """
        if not self.folder.is_dir():
            raise IndexMissing(self.folder)
        if not self.manifest.is_file():
            if any(self.folder.iterdir()):
                raise IndexBroken(self.folder, self.manifest.name)
            raise IndexMissing(self.folder)
        try:
            fields = json.loads(self.manifest.read_text(encoding="utf-8"))
            files = tuple((str(name), str(digest)) for name, digest in fields.pop("files"))
            reports = tuple(Part(*part) for part in fields.pop("reports", ()))
            manifest = Manifest(**fields, files=files, reports=reports)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise IndexBroken(self.folder, self.manifest.name) from error
        if check and manifest.format == FORMAT:
            self._check_files(manifest)
        return manifest

    def _check_files(self, manifest: Manifest) -> None:
        present = dict(self.hashes())
        for name, digest in manifest.files:
            if present.get(name) != digest:
                raise IndexBroken(self.folder, name)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, of its size and pieces spread evenly over it where it is longer than ``WHOLE``.

    A file that was cut off or exchanged is found either way, and opening an index of a gigabyte does not read it all.
    """
    size = path.stat().st_size
    if size <= WHOLE:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    sum_of_pieces = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for piece in range(PIECES):
            file.seek(piece * (size - PIECE) // (PIECES - 1))
            sum_of_pieces.update(file.read(PIECE))
    return f"{PIECES}×{PIECE}:{sum_of_pieces.hexdigest()}"
