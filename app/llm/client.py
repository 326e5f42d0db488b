"""Speaks to a language model over the OpenAI interface, through LlamaIndex, within limits.

One code path for every model: packaged, a file, or elsewhere. Knows nothing of prompts and of what the words mean.
"""

import asyncio
import contextlib
import ssl
import time
from collections.abc import AsyncGenerator, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import httpx
import openai
from llama_index.core.base.llms.types import ChatMessage
from llama_index.llms.openai_like import OpenAILike

from app.llm.endpoint import Address, Endpoint
from app.llm.turns import Turns
from app.write.writer import Failure, WriterError

_SENT = frozenset(
    ("host", "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type")
)
"""Headers that leave; what the library adds (its version, the system's, identities at other services) stays here."""
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may be and take: tokens, and seconds from the request on, the wait for a turn not counted."""

    tokens: int = 220
    first_words: float = 10.0
    whole: float = 20.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a reply, as they come. ``cut`` says that the limit of tokens ended it here."""

    text: str
    cut: bool = False


class Client:
    """Asks one model, always for the most probable words. Safe to share between threads."""

    def __init__(self, endpoint: Endpoint, turns: Turns) -> None:
        self._endpoint = endpoint
        self._turns = turns

    def stream(self, messages: Sequence[ChatMessage], limits: Limits) -> Generator[Piece, None, None]:
        """Yield the reply piece by piece. Raises ``WriterError``, and ``ModelError`` where the model cannot be loaded.

        Not for use inside a running event loop. Whoever stops listening ends the generation with it.
        """
        with self._turns.take(limits.whole), asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
            pieces = _pieces(self._endpoint.open(), messages, limits)
            started = time.monotonic()
            limit = limits.first_words
            try:
                while True:
                    left = started + limit - time.monotonic()
                    piece = runner.run(asyncio.wait_for(anext(pieces), max(left, 0)))
                    if piece.text:
                        limit = limits.whole
                    yield piece
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise WriterError("timeout", f"{limit:g} s") from error
            finally:
                runner.run(_closed(pieces))


async def _closed(pieces: AsyncGenerator[Piece, None]) -> None:
    await pieces.aclose()


async def _pieces(address: Address, messages: Sequence[ChatMessage], limits: Limits) -> AsyncGenerator[Piece, None]:
    async with httpx.AsyncClient(
        trust_env=False,
        follow_redirects=False,
        verify=_certificates(),
        event_hooks={"request": [_send_no_more_than_needed]},
    ) as http:
        unlisted: dict[str, Any] = {"async_http_client": http}  # taken by the constructor, no field of the model
        with _as_writer_errors():
            llm = OpenAILike(
                model=address.model,
                api_base=address.url,
                api_key=address.key or "none",  # given none, the library would look for another service's key
                is_chat_model=True,
                temperature=0,
                max_tokens=limits.tokens,
                max_retries=0,
                timeout=max(limits.first_words, limits.whole),
                **unlisted,
            )
            async for response in await llm.astream_chat(messages):
                yield Piece(response.delta or "", cut=_is_cut(response.raw))


def _is_cut(raw: object) -> bool:
    choices = getattr(raw, "choices", None)
    return choices[0].finish_reason == "length" if choices else False


async def _send_no_more_than_needed(request: httpx.Request) -> None:
    for name in [name for name in request.headers if name not in _SENT]:
        del request.headers[name]


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """The authorities that this machine trusts, those that an operator added included."""
    return ssl.create_default_context()


@contextlib.contextmanager
def _as_writer_errors() -> Iterator[None]:
    try:
        yield
    except (openai.APITimeoutError, httpx.TimeoutException) as error:
        raise WriterError("timeout", str(error)) from error
    except openai.APIStatusError as error:
        reason: Failure = "busy" if error.status_code in _BUSY else "unreachable"
        raise WriterError(reason, f"HTTP {error.status_code}") from error
    except (openai.OpenAIError, httpx.HTTPError) as error:
        raise WriterError("unreachable", f"{error} {error.__cause__ or ''}".strip()) from error
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        # What the library trips over where the reply is JSON but no chat completion, or no JSON at all.
        raise WriterError("unreachable", f"not a chat completion: {error}") from error
