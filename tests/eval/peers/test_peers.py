"""All peers in one go: who takes part, what each is asked, in which order the runs come."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import Config
from eval.models import Evidence, GoldQuestion
from eval.peers import language_model, nom
from eval.peers.peers import PEERS, SAMPLE, run_peers, sampled
from index import encoder
from index.build import build_index
from tests.eval.peers.test_systems import ScriptedModel
from tests.eval.scripted import gold, unanswerable
from tests.fakes import SyllableEncoder
from tests.small_library import small_library

LIBRARY = small_library()
QUOTE = "thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha"
ALL = gold(question="Huyện Tam Đường trồng bao nhiêu ha hoa hồng?", evidence=(Evidence("I.1", None, QUOTE),))
QUESTIONS = [replace(ALL, id=f"t-{number}") for number in range(40)] + [unanswerable("u-1")]


class Counting(SyllableEncoder):
    """The encoder that counts, opened as the configured one is."""

    def __init__(self, name: str) -> None:
        self.opened_as = name


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    build_index(LIBRARY, SyllableEncoder(), tmp_path / "index")
    monkeypatch.setattr(encoder, "SentenceEncoder", Counting)
    monkeypatch.setattr(nom, "installed", lambda: False)
    return Config.from_env({"HOIDAP_INDEX": str(tmp_path / "index"), "HOIDAP_LLM": "off"})


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> ScriptedModel:
    scripted = ScriptedModel(said="Huyện Tam Đường có 32,8 ha [1].")

    @contextmanager
    def given(_config: Config) -> Iterator[ScriptedModel]:
        yield scripted

    monkeypatch.setattr(language_model, "language_model", given)
    return scripted


def test_without_a_model_the_fast_peers_answer_every_question(config: Config) -> None:
    runs = run_peers(QUESTIONS, LIBRARY, config, gold="test")
    assert [(run.name, run.gold, len(run.outcomes)) for run in runs] == [("bm25", "test", 41), ("dense", "test", 41)]
    for run in runs:
        assert [o.attempt.question.id for o in run.outcomes] == [question.id for question in QUESTIONS]
        assert run.summary.errors == 0
        assert [outcome.right for outcome in run.outcomes] == [True] * 40 + [False]  # a peer of sentences never refuses


def test_peers_with_a_model_answer_the_same_sample(config: Config, model: ScriptedModel) -> None:
    runs = run_peers(QUESTIONS, LIBRARY, config, ["llm-top-4", "bm25", "llama-index"], sample=3)
    assert [(run.name, len(run.outcomes)) for run in runs] == [("llm-top-4", 3), ("bm25", 41), ("llama-index", 3)]
    asked = [[outcome.attempt.question for outcome in run.outcomes] for run in (runs[0], runs[2])]
    assert asked[0] == asked[1] == sampled(QUESTIONS, 3)
    assert len(model.asked) == 6
    assert [
        (outcome.right, outcome.attempt.error) for outcome in runs[2].outcomes if outcome.attempt.question.answerable
    ]


def test_a_peer_that_is_not_installed_is_left_out(config: Config, model: ScriptedModel) -> None:
    assert run_peers(QUESTIONS[:1], LIBRARY, config, ["nom-vn"]) == ()


def test_an_unknown_peer_is_refused_before_anything_is_loaded(config: Config) -> None:
    with pytest.raises(KeyError):
        run_peers(QUESTIONS, LIBRARY, config, ["google"])


def sampled_ids(questions: list[GoldQuestion], count: int | None) -> list[str]:
    return [question.id for question in sampled(questions, count)]


def test_a_sample_is_always_the_same_in_the_order_of_the_set_and_part_of_a_larger_one() -> None:
    ids = [question.id for question in QUESTIONS]
    chosen = sampled_ids(QUESTIONS, 10)
    assert chosen == sampled_ids(QUESTIONS, 10)
    assert len(set(chosen)) == 10
    assert chosen == [identity for identity in ids if identity in chosen]
    assert set(chosen) < set(sampled_ids(QUESTIONS, SAMPLE))
    assert sampled_ids(QUESTIONS, None) == sampled_ids(QUESTIONS, 1000) == ids


def test_the_names_are_distinct() -> None:
    assert len(set(PEERS)) == len(PEERS)
