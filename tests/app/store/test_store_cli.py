"""The commands keys, audit, feedback, backup, restore and prune, as a process: what they print, write and return."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models import Citation
from app.store.store import Store, open_store
from tests.app.store.made import feedback
from tests.conftest import Hoidap
from tests.fakes import answered

CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")
FILE = Path("var") / "hoidap.sqlite3"


@pytest.fixture
def own(tmp_path: Path) -> Store:
    """The store that the commands of this test use by default, where the tests look into it."""
    return open_store(f"sqlite:///{tmp_path / FILE}")


def test_a_key_is_made_shown_once_listed_and_revoked(hoidap: Hoidap, own: Store) -> None:
    assert "Chưa có khóa nào" in hoidap("keys", "list").stderr
    made = hoidap("keys", "create", "Cổng thông tin tỉnh")
    secret = made.stdout.strip()
    key = own.keys.check(secret)
    assert key is not None
    assert (made.returncode, key.name, key.scopes) == (0, "Cổng thông tin tỉnh", frozenset({"ask"}))
    assert f"Đã tạo khóa {key.id} “Cổng thông tin tỉnh”, quyền: ask." in made.stderr
    listed = hoidap("keys", "list").stdout
    assert secret not in listed
    assert f"{key.id}  " in listed
    assert "còn hiệu lực  Cổng thông tin tỉnh" in listed
    assert hoidap("keys", "revoke", key.id).stdout.strip() == f"Đã thu hồi khóa {key.id} “Cổng thông tin tỉnh”."
    assert own.keys.check(secret) is None
    assert "đã thu hồi 20" in hoidap("keys", "list").stdout
    own.close()


def test_a_key_may_have_both_scopes_and_no_other(hoidap: Hoidap, own: Store) -> None:
    key = own.keys.check(hoidap("keys", "create", "x", "--scopes", "ask", "admin").stdout.strip())
    assert key is not None
    assert key.scopes == frozenset({"ask", "admin"})
    assert hoidap("keys", "create", "x", "--scopes", "root").returncode == 2
    own.close()


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[2Jb", "x" * 101])
def test_a_name_that_would_trick_a_terminal_is_refused(hoidap: Hoidap, name: str, tmp_path: Path) -> None:
    done = hoidap("keys", "create", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "tên khóa phải có từ 1 đến 100 ký tự in được" in done.stderr
    assert not (tmp_path / FILE).exists()


def test_an_unknown_key_is_said(hoidap: Hoidap) -> None:
    done = hoidap("keys", "revoke", "abc")
    assert (done.returncode, done.stderr.strip()) == (2, "Không có khóa “abc”. Xem: hoidap keys list")


def test_audit_verify_ends_with_zero_for_a_whole_log_and_one_for_a_changed_one(
    hoidap: Hoidap, own: Store, tmp_path: Path
) -> None:
    for question in ("Một?", "Hai?", "Ba?"):
        own.audit.record("khóa", question, answered("32,8 ha [1].", CITED))
    head = own.audit.head()
    own.close()
    whole = hoidap("audit", "verify")
    noted = f"3:{head.hash}"
    assert (whole.returncode, whole.stdout.strip().rpartition(" ")[2]) == (0, noted)
    assert hoidap("audit", "verify", "--noted", noted).returncode == 0
    with sqlite3.connect(tmp_path / FILE) as changed:
        changed.execute("UPDATE audit SET answer = 'Bịa.' WHERE number = 2")
    broken = hoidap("audit", "verify")
    assert broken.returncode == 1
    assert broken.stdout.splitlines() == [
        "Dòng 2: nội dung đã bị sửa.", "Nhật ký KHÔNG còn nguyên vẹn: 1 chỗ.",
    ]  # fmt: skip
    assert hoidap("audit", "verify", "--noted", "ba").returncode == 2
    assert hoidap("audit", "verify", "--noted", f"3:{'0' * 64}").returncode == 1


def test_audit_export_writes_every_entry_and_never_over_a_file(hoidap: Hoidap, own: Store, tmp_path: Path) -> None:
    own.audit.record("khóa", "Hoa hồng?", answered("32,8 ha [1].", CITED))
    own.close()
    assert hoidap("audit", "export", "log.jsonl").stdout.strip() == "Đã ghi 1 dòng nhật ký ra log.jsonl."
    entry = json.loads((tmp_path / "log.jsonl").read_text(encoding="utf-8"))
    assert (entry["asker"], entry["question"], entry["answer"]) == ("khóa", "Hoa hồng?", "32,8 ha [1].")
    assert entry["evidence"][0]["quote"] == "32,8 ha"
    again = hoidap("audit", "export", "log.jsonl")
    assert again.returncode == 2
    assert "log.jsonl" in again.stderr


def test_a_backup_is_restored_by_the_command(hoidap: Hoidap, own: Store, tmp_path: Path) -> None:
    own.feedback.add(feedback())
    made = hoidap("backup", "copy.db")
    assert made.returncode == 0
    assert "Đã sao lưu cơ sở dữ liệu và các báo cáo trong " in made.stdout
    assert "hoidap build" in made.stdout
    own.feedback.add(feedback("later"))
    refused = hoidap("restore", "copy.db")
    assert refused.returncode == 2
    assert "đang có tiến trình dùng" in refused.stderr
    own.close()
    restored = hoidap("restore", "copy.db")
    assert restored.returncode == 0
    assert "Dữ liệu trước khi phục hồi vẫn còn ở var/hoidap.sqlite3.before-20" in restored.stdout
    assert [said.id for said in own.feedback.all()] == ["f1"]
    own.close()
    whole = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "half.db").write_bytes(whole[: len(whole) // 2])
    broken = hoidap("restore", "half.db")
    assert (broken.returncode, "không phải bản sao lưu nguyên vẹn" in broken.stderr) == (2, True)


def test_prune_takes_away_what_is_older_than_the_setting_or_the_option(hoidap: Hoidap, own: Store) -> None:
    now = datetime.now(UTC)
    for identity, days in (("f1", 40), ("f2", 20), ("f3", 1)):
        own.feedback.add(feedback(identity, created_at=now - timedelta(days=days)))
    assert "Không đặt hạn lưu" in hoidap("prune").stderr
    pruned = hoidap("prune", HOIDAP_RETENTION_DAYS="30")
    assert pruned.stdout.strip() == "Đã xóa dữ liệu cũ hơn 30 ngày: 1 phản hồi, 0 cuộc hội thoại, 0 dòng nhật ký."
    assert hoidap("prune", "--days", "10", HOIDAP_RETENTION_DAYS="30").returncode == 0
    assert [said.id for said in own.feedback.all()] == ["f3"]
    assert hoidap("prune", "--days", "mười").returncode == 2
    own.close()


def test_a_database_that_cannot_be_used_is_said_without_its_password(hoidap: Hoidap) -> None:
    done = hoidap("keys", "list", HOIDAP_DATABASE="postgresql://lan:bimat@127.0.0.1:1/hoidap")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "bimat" not in done.stderr


@pytest.mark.parametrize("command", ["keys", "audit", "feedback", "backup", "restore", "prune"])
def test_every_command_has_help_in_vietnamese(hoidap: Hoidap, command: str) -> None:
    done = hoidap(command, "--help")
    assert done.returncode == 0
    assert f"cách dùng: hoidap {command} [-h]" in done.stdout
