"""Questions to begin with: each is answered, and every report has its share."""

from pathlib import Path

from app.examples import EXAMPLES, MOST, answered_examples
from app.messages import say
from corpus.library import open_library
from tests.fakes import ScriptedAsker, answered, refused


def test_only_what_is_answered_is_offered() -> None:
    asker = ScriptedAsker([answered("Một."), refused("Không."), answered("Hai."), refused("Không.")])
    assert answered_examples(asker) == [say(EXAMPLES[0]), say(EXAMPLES[2])]


def test_reports_of_one_s_own_offer_their_sections_in_turn(tmp_path: Path) -> None:
    for name, (first, second) in {
        "a": ("Lĩnh vực thủy lợi", "Lĩnh vực đê điều"),
        "b": ("Lĩnh vực cấp nước", "X"),
    }.items():
        text = f"# BÁO CÁO\nBáo cáo {name}\n\n## I. {first}\nMột câu. Hai câu.\n\n## II. {second}\nBa câu. Bốn câu.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    reports = open_library(tmp_path).reports
    asker = ScriptedAsker([*(refused("Không.") for _ in EXAMPLES), *(answered("Có.") for _ in range(10))])
    offered = answered_examples(asker, reports)
    assert "thủy lợi" in offered[0]
    assert "cấp nước" in offered[1]
    assert "đê điều" in offered[2]
    assert len(offered) <= MOST
