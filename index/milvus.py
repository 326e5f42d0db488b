"""Where Milvus is, and which collection of it. Knows nothing of what is kept there."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llama_index.core.vector_stores.types import BasePydanticVectorStore

    from index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Milvus:
    """Where Milvus is: the address of a server, or a file of ``milvus-lite`` whose name ends in ".db"."""

    uri: str
    token: str = field(default="", repr=False)  # "user:password", or "" where none is asked for

    @property
    def mark(self) -> str:
        """Return what tells this place from others and no secret: it stands in the manifest."""
        return f"milvus-{hashlib.sha256(self.uri.encode()).hexdigest()[:12]}"

    def open(self, encoder: "Encoder") -> "BasePydanticVectorStore":
        """Open the collection of an encoder, made where it is not there: vectors of two are not comparable.

        Needs the extra "milvus"; ``ImportError`` without it. Errors of the server are raised as its client raises them.
        """
        from llama_index.vector_stores.milvus import MilvusVectorStore

        return MilvusVectorStore(
            uri=self.uri,
            token=self.token,
            collection_name="hoidap_" + re.sub(r"\W+", "_", encoder.name),
            dim=encoder.dim,
            similarity_metric="IP",
            consistency_level="Strong",  # what was just put in is searched
            output_fields=["report"],
            use_async_client=False,
        )
