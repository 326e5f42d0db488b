"""The configured language model as peers speak to it: through LlamaIndex, without the product's prompt and its limits.

Knows nothing of what is said.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from llama_index.llms.openai_like import OpenAILike

from app.config import Config
from app.llm.choice import endpoint
from app.llm.endpoint import Address
from app.llm.server import CONTEXT, LocalServer

ANSWER_TOKENS = 300
"""Longest reply of any peer; the gold answers have at most 150."""
PATIENCE = 300.0
"""Seconds for one reply: a peer is not given up as early as the product gives up its own model."""


@contextmanager
def language_model(config: Config) -> Iterator[OpenAILike | None]:
    """Give the configured model, always its most probable words; None where none is configured.

    A model that was started here ends with the block. Raises ``ModelError`` where it cannot be loaded.
    """
    chosen = endpoint(config)
    if chosen is None:
        yield None
        return
    try:
        with httpx.Client(trust_env=False, timeout=PATIENCE) as http:
            yield speaking_to(chosen.open(), http)
    finally:
        if isinstance(chosen, LocalServer):
            chosen.close()


def speaking_to(address: Address, http: httpx.Client) -> OpenAILike:
    """Return the model at an address."""
    unlisted: dict[str, Any] = {"http_client": http}  # taken by the constructor, no field of the model
    return OpenAILike(
        model=address.model,
        api_base=address.url,
        api_key=address.key or "none",  # given none, the library would look for another service's key
        is_chat_model=True,
        context_window=CONTEXT,
        temperature=0,
        max_tokens=ANSWER_TOKENS,
        max_retries=0,
        timeout=PATIENCE,
        **unlisted,
    )
