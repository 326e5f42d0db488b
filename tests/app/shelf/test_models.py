"""What a file that was sent may be called, and what is made of its name."""

import pytest

from app.shelf.models import Sent, is_report_id


@pytest.mark.parametrize(("text", "good"), [
    ("bc-y-te-2023", True), ("a", True), ("2023.v2", True), ("", False), ("../x", False), ("a/b", False), ("A", False),
    (".a", False), ("a.", False), ("a b", False), ("bá", False), ("a\n", False), ("a" * 81, False), ("-a", False),
])  # fmt: skip
def test_a_report_is_called_by_letters_digits_dots_and_hyphens(text: str, good: bool) -> None:
    assert is_report_id(text) is good


@pytest.mark.parametrize(("name", "file_name", "identity"), [
    ("Báo cáo Y tế 2023.docx", "Báo cáo Y tế 2023.docx", "bao-cao-y-te-2023"),
    ("../../etc/passwd", "passwd", "passwd"),
    ("C:\\Users\\lan\\bc.doc", "bc.doc", "bc"),
    (".docx", "docx", "docx"),
    ("", "tep", "tep"),
    ("a\x1b[31mb\n.pdf", "a[31mb.pdf", "a-31mb"),
    ("đ" * 300 + ".pdf", "đ" * 90 + ".pdf", "d" * 80),
])  # fmt: skip
def test_a_name_loses_folders_and_control_characters(name: str, file_name: str, identity: str) -> None:
    sent = Sent(name, b"")
    assert (sent.file_name, sent.proposed_id) == (file_name, identity)
    assert is_report_id(sent.proposed_id)
