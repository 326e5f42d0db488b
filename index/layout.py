"""The built folder on disk as a type: its file names stand here once. The manifest is written last."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import IndexBroken, IndexMissing
from index.models import Manifest

FORMAT = 1
"""Raised whenever the files of a built folder change their meaning."""


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
    def manifest(self) -> Path:
        """What the folder was built from; its presence says that the build finished."""
        return self.folder / "manifest.json"

    def foreign(self) -> str | None:
        """Return the name of a file in the folder that no build has written, or None."""
        # A format that renames a file keeps the old name in this list: folders of that format are still replaced.
        own = {part.name for part in (self.passages, self.vectors, self.accented, self.folded, self.manifest)}
        names = (path.name for path in self.folder.iterdir()) if self.folder.is_dir() else ()
        return next((name for name in sorted(names) if name not in own), None)

    def hashes(self) -> tuple[tuple[str, str], ...]:
        """Return the name and SHA-256 of every file but the manifest, sorted by name."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file() and path != self.manifest)
        return tuple((path.relative_to(self.folder).as_posix(), _sha256(path)) for path in files)

    def write_manifest(self, manifest: Manifest) -> None:
        """Write the manifest; call it when everything else is on disk."""
        self.manifest.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def read_manifest(self) -> Manifest:
        """Read the manifest and check every file against it.

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
            manifest = Manifest(**fields, files=files)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise IndexBroken(self.folder, self.manifest.name) from error
        if manifest.format == FORMAT:
            self._check_files(manifest)
        return manifest

    def _check_files(self, manifest: Manifest) -> None:
        present = dict(self.hashes())
        for name, digest in manifest.files:
            if present.get(name) != digest:
                raise IndexBroken(self.folder, name)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
