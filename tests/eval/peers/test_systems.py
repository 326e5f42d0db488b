"""The systems themselves over two small reports, with an encoder that counts and a model that says what it was told."""

import json
from typing import Any

import httpx
import pytest
from llama_index.core import Settings
from llama_index.core.base.llms.types import ChatMessage, ChatResponse, CompletionResponse, LLMMetadata
from llama_index.core.llms import CustomLLM
from llama_index.core.llms.callbacks import llm_chat_callback, llm_completion_callback

from app.config import Config
from app.llm.endpoint import Address
from eval.peers.best_sentence import by_vectors, by_words
from eval.peers.citing_engine import TOP as CHUNKS
from eval.peers.citing_engine import CitingEngine
from eval.peers.language_model import ANSWER_TOKENS, language_model, speaking_to
from eval.peers.nom import Nom, installed
from eval.peers.top_passages import REFUSAL, TopPassages
from index.models import Hit
from tests.fakes import SyllableEncoder
from tests.small_library import small_library

LIBRARY = small_library()
PASSAGES = LIBRARY.passages()
ROSES = "Các hộ dân đã trồng hoa hồng với diện tích bao nhiêu?"


class ScriptedModel(CustomLLM):
    """Says one thing and keeps what it was asked."""

    said: str
    asked: list[str] = []  # noqa: RUF012 - a field of a pydantic model, one list for each instance

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(context_window=4096, num_output=100)

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        self.asked.append(prompt)
        return CompletionResponse(text=self.said)

    @llm_chat_callback()
    def chat(self, messages: Any, **kwargs: Any) -> ChatResponse:
        self.asked.append("\n".join(str(message.content) for message in messages))
        return ChatResponse(message=ChatMessage(self.said, role="assistant"))

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        raise NotImplementedError


@pytest.mark.parametrize("system", [by_words(PASSAGES), by_vectors(PASSAGES, SyllableEncoder())])
def test_the_best_sentence_is_said_word_for_word_with_its_mark(system: Any) -> None:
    reply = system.reply(ROSES)
    (source,) = reply.sources
    report = LIBRARY.report(source.place.report_id)
    assert source.text == report.text[source.place.start : source.place.end]
    assert reply.text == f"{source.text} [1]"
    assert "115 ha" in source.text
    found = system.find(ROSES, 3)
    assert found[0] == source
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_best_sentence_of_no_sentences_is_an_empty_reply() -> None:
    system = by_words(PASSAGES)
    empty = type(system)((), lambda _question: system.scores("?")[:0], cosine=False)
    assert empty.reply("?").text == ""


def test_the_citing_engine_answers_from_chunks_that_stand_in_the_reports() -> None:
    model = ScriptedModel(said="Có 115 ha [1].")
    engine = CitingEngine(LIBRARY.reports, SyllableEncoder(), model)
    reply = engine.reply(ROSES)
    assert reply.text == "Có 115 ha [1]."
    assert 1 <= len(reply.sources) <= CHUNKS
    for source in [*reply.sources, *engine.find(ROSES, 10)]:
        assert source.place is not None
        report = LIBRARY.report(source.place.report_id)
        assert source.text.split() == report.text[source.place.start : source.place.end].split()
    assert all(" ".join(source.text.split()) in " ".join(model.asked[0].split()) for source in reply.sources)
    assert ROSES in model.asked[0]


def test_the_citing_engine_leaves_the_global_settings_alone() -> None:
    CitingEngine(LIBRARY.reports, SyllableEncoder(), ScriptedModel(said="?")).reply(ROSES)
    assert (Settings._llm, Settings._embed_model, Settings._node_parser) == (None, None, None)


def test_a_model_with_the_best_passages_reads_four_numbered_ones_and_how_to_refuse() -> None:
    hits = [Hit(passage, 1.0, rank, 0.5) for rank, passage in enumerate(PASSAGES[:6], start=1)]
    model = ScriptedModel(said="Có 115 ha [2].")
    reply = TopPassages(lambda _question, k: hits[:k], model).reply(ROSES)
    assert reply.text == "Có 115 ha [2]."
    assert [source.text for source in reply.sources] == [passage.text for passage in PASSAGES[:4]]
    asked = model.asked[0].rpartition("<<<")[2]
    assert [f"[{n}] " in asked for n in range(1, 6)] == [True, True, True, True, False]
    assert ROSES in asked
    assert REFUSAL in model.asked[0]


@pytest.mark.skipif(not installed(), reason="nom-vn is not installed")
def test_nom_answers_from_chunks_that_stand_in_the_reports() -> None:
    system = Nom(LIBRARY.reports, SyllableEncoder(), ScriptedModel(said="Có 115 ha [1]."))
    reply = system.reply(ROSES)
    assert reply.text == "Có 115 ha [1]."
    assert all(source.place for source in [*reply.sources, *system.find(ROSES, 5)])


def test_without_a_configured_model_there_is_none() -> None:
    with language_model(Config.from_env({"HOIDAP_LLM": "off"})) as llm:
        assert llm is None


def test_the_model_is_asked_for_its_most_probable_words_and_not_too_many() -> None:
    sent: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        message = {"role": "assistant", "content": "Có 115 ha [1]."}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        return httpx.Response(200, json=body)

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        llm = speaking_to(Address("http://127.0.0.1:9/v1", "", "mô-hình-thử"), http)
        assert llm.chat([ChatMessage("?")]).message.content == "Có 115 ha [1]."
    (body,) = sent
    assert (body["model"], body["temperature"], body["max_tokens"]) == ("mô-hình-thử", 0, ANSWER_TOKENS)
