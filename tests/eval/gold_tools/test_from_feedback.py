"""The whole way: a user picks the right sentence, an operator exports feedback, a gold question comes of it."""

from pathlib import Path

import pytest

from app.store.store import open_store
from eval.gold import load_gold
from eval.models import Evidence
from tests.app.store.made import feedback
from tests.conftest import Hoidap
from tests.eval.gold_tools.scripted import corpus_folder
from tests.small_library import COOPERATION_ID

ROSES = "huyện Tam Đường 32,8 ha"


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """A folder with the first small report."""
    return str(corpus_folder(tmp_path))


def test_a_sentence_that_a_user_picked_becomes_a_gold_question_that_the_check_accepts(
    hoidap: Hoidap, corpus: str, tmp_path: Path
) -> None:
    store = open_store(f"sqlite:///{tmp_path}/var/hoidap.sqlite3")
    store.feedback.add(feedback("f1", quote=ROSES, report_id=COOPERATION_ID))
    store.feedback.add(feedback("f2", rating=1, reason=None, minutes=1))
    store.feedback.add(feedback("f3", minutes=2))
    store.close()

    exported = hoidap("feedback", "export", "feedback.jsonl", HOIDAP_CORPUS=corpus)
    assert "Đã ghi 3 phản hồi ra feedback.jsonl, trong đó 1 phản hồi đã chọn được câu đúng." in exported.stdout
    made = hoidap("gold", "candidates", "feedback.jsonl", "--out", "gold.jsonl", HOIDAP_CORPUS=corpus)
    assert made.returncode == 0, made.stdout + made.stderr
    questions = load_gold(tmp_path / "gold.jsonl")
    assert [(question.question, question.evidence) for question in questions] == [
        ("Tam Đường trồng bao nhiêu hoa hồng?", (Evidence("I.1", None, ROSES),))
    ]
    assert hoidap("gold", "check", "gold.jsonl", HOIDAP_CORPUS=corpus).returncode == 0
