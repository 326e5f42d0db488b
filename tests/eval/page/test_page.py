"""The page is one file that loads nothing, runs nothing of what it shows, and holds every question."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.models import Evidence
from eval.page.page import write_page
from eval.record import StoredRun, read_run, write_run
from eval.robustness import FormLine
from tests.eval.page.made import QUESTIONS, RIGHT, outcomes, rival, run
from tests.eval.scripted import TEXT, answer, citation, gold

HOSTILE = '<script>alert(1)</script><img src="https://x.test/a.png" onerror="alert(2)">&amp;"\''


class Read(HTMLParser):
    """What the page is made of: tags, attributes, ids, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute, in order."""
        return [value for attribute, value in self.attributes if attribute == name]


def written(folder: Path, judged: StoredRun, *compared: StoredRun) -> str:
    """Write a page and return it."""
    write_page(folder / "page.html", judged, compared)
    return (folder / "page.html").read_text(encoding="utf-8")


def test_the_page_loads_nothing(tmp_path: Path) -> None:
    page = written(tmp_path, run(), rival())
    read = Read(page)
    assert "http" not in page.replace("http-equiv", "")
    assert not {"link", "img", "iframe", "object", "embed", "base", "video", "audio"} & set(read.tags)
    assert read.values("src") == []
    assert {value[0] for value in read.values("href")} == {"#"}
    assert "url(" not in page
    assert "@import" not in page


def test_only_the_pages_own_style_and_script_may_run(tmp_path: Path) -> None:
    read = Read(written(tmp_path, run()))
    assert (read.tags.count("script"), read.tags.count("style")) == (1, 1)
    (policy,) = [value for value in read.values("content") if "default-src" in value]
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-\S{44}'; script-src 'sha256-\S{44}'", policy)
    assert not any(name.startswith("on") or name == "style" for name, _ in read.attributes)


def test_what_questions_answers_and_gold_say_is_shown_and_never_read_as_markup(tmp_path: Path) -> None:
    asked = gold(
        identity="t-9",
        question=HOSTILE,
        must_include=(HOSTILE,),
        must_not_include=(HOSTILE,),
        evidence=(Evidence("I.3", None, TEXT[:18]),),
        reference=HOSTILE,
    )
    (made,) = outcomes((RIGHT,), t_1=answer(f"{HOSTILE} [1]", replace(citation(), label=HOSTILE, quote=HOSTILE)))
    hostile = replace(made, attempt=replace(made.attempt, question=asked, error=HOSTILE), missing=(HOSTILE,))
    read = Read(written(tmp_path, run(HOSTILE, (hostile,)), run(HOSTILE, (hostile,))))
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert "onerror" not in [name for name, _ in read.attributes]
    assert read.text.count(HOSTILE) >= 8


def test_every_question_has_an_anchor_and_no_id_stands_twice(tmp_path: Path) -> None:
    read = Read(written(tmp_path, run(), rival()))
    ids = read.values("id")
    assert {f"q-{question.id}" for question in QUESTIONS} <= set(ids)
    assert len(ids) == len(set(ids))
    inner = {value[1:] for value in read.values("href")}
    assert inner <= set(ids)
    assert set(read.values("aria-labelledby")) <= set(ids)


def test_a_question_shows_what_it_asked_got_wanted_and_lacked(tmp_path: Path) -> None:
    page = written(tmp_path, run())
    wrong = page[page.index('id="q-t-2"') : page.index('id="q-t-3"')]
    assert 'data-section="I.2 I.3" data-result="wrong" data-reaction="answered"' in wrong
    assert 'Có 3,5 ha và 7 xã <a class="cite" href="#q-t-2-c1">[1]</a>.' in wrong
    assert '<span class="item good">✓ 3,5 | 3.5</span><span class="item bad">✗ 08</span>' in wrong
    assert "<q><mark>Tân Uyên 3,5 ha</mark>.</q>" in wrong
    assert "Mục I.2, chú thích 2" in wrong
    assert "số không có trong trích dẫn: 7" in wrong
    assert "độ tin cậy" in wrong
    assert "bằng chứng ở hạng 2 khi tìm" in wrong
    broken = page[page.index('id="q-t-4"') :]
    assert 'data-reaction="failed"' in broken
    assert "<code>RuntimeError: hỏng</code>" in broken


def test_what_changed_against_another_system_stands_in_the_question(tmp_path: Path) -> None:
    page = written(tmp_path, run(), rival())
    changed = dict(re.findall(r'id="q-(t-\d)" [^>]*data-changed="([^"]*)"', page))
    assert changed == {"t-1": "change-1 win-1", "t-2": "change-1 loss-1", "t-3": "", "t-4": ""}
    assert "3,5 ha; 08 đơn vị" in page


def test_the_head_says_what_ran_on_what_and_when(tmp_path: Path) -> None:
    page = written(tmp_path, run())
    for said in (
        "Đánh giá hoidap trên bộ dev",
        "extractive",
        "gói sẵn",
        "Báo cáo thử",
        "2026-02-03 04:05:06",
        "máy thử",
    ):
        assert said in page


def test_forms_of_typing_come_from_the_call_or_else_from_the_run(tmp_path: Path) -> None:
    own, given = (FormLine("capitals", 4, 0.5, loss, ()) for loss in (11.5, 22.5))
    judged = replace(run(), robustness=(own,))
    write_page(tmp_path / "a.html", judged)
    write_page(tmp_path / "b.html", judged, robustness=[given])
    assert "11,5" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "22,5" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_a_run_that_was_stored_and_read_back_gives_the_same_page(tmp_path: Path) -> None:
    write_run(tmp_path / "run.json", run())
    page = re.sub(r"\d+ ms", "", written(tmp_path, run()))
    stored = read_run(tmp_path / "run.json")
    assert stored.name == "hoidap"
    assert len(re.sub(r"\d+ ms", "", written(tmp_path, stored))) == pytest.approx(len(page), abs=2000)


def test_a_run_without_outcomes_is_refused(tmp_path: Path) -> None:
    empty = replace(run(), outcomes=())
    with pytest.raises(ValueError, match="no outcomes"):
        write_page(tmp_path / "page.html", empty)


def test_the_page_of_144_questions_stays_below_a_megabyte_and_a_half(tmp_path: Path) -> None:
    long = "Nhiều tổ chức, cá nhân tại thành phố Hà Nội đã thuê đất và đầu tư trồng hoa hồng. " * 8
    (made,) = outcomes((RIGHT,), t_1=answer(f"{long}[1]", *[replace(citation(), quote=long)] * 3))
    many = tuple(
        replace(made, attempt=replace(made.attempt, question=replace(RIGHT, id=f"t-{i}", reference=long)))
        for i in range(144)
    )
    write_page(tmp_path / "page.html", run("hoidap", many), [run(f"hệ thống {i}", many) for i in range(9)])
    assert (tmp_path / "page.html").stat().st_size < 1_500_000
