"""The tool as real clients of the protocol reach it: in the same process, over HTTP, over standard input and output."""

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp_types import CallToolResult, TextContent

from app.errors import NotReadyError, QuestionError
from app.models import Answer, Turn
from app.tool.server import NAME, tool_server
from app.web.api.application import create_api
from app.web.current import Current, Serving
from corpus.library import Library, open_library
from corpus.models import Report
from tests.app.web.running import running
from tests.conftest import GUARDED, ROOT
from tests.fakes import ScriptedAsker, answered, cite, near, refused
from tests.only_loopback import OFFLINE_SETTINGS

FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def report(library: Library) -> Report:
    return library.reports[0]


def talk(server: Any, conversation: Callable[[Client], Awaitable[Any]]) -> Any:
    """Let a client talk to a server and return what came of it."""

    async def connect() -> Any:
        async with Client(server) as client:
            return await conversation(client)

    return anyio.run(connect)


def call(server: Any, **arguments: object) -> CallToolResult:
    """Call the tool."""

    async def conversation(client: Client) -> CallToolResult:
        return await client.call_tool(NAME, arguments)

    result = talk(server, conversation)
    assert isinstance(result, CallToolResult)
    return result


def text_of(result: CallToolResult) -> str:
    content = result.content[0]
    assert isinstance(content, TextContent)
    return content.text


def with_script(*script: Answer | Exception) -> tuple[Any, ScriptedAsker]:
    asker = ScriptedAsker(list(script))
    return tool_server(asker, open_library), asker


def test_the_tool_is_named_and_described_in_vietnamese() -> None:
    async def tools(client: Client) -> Any:
        return (await client.list_tools()).tools

    server, _ = with_script()
    (tool,) = talk(server, tools)
    assert tool.name == "hoi_bao_cao"
    assert "câu nguyên văn" in tool.description
    assert tool.input_schema["required"] == ["cau_hoi"]
    assert tool.annotations.read_only_hint
    assert "citations" in tool.output_schema["properties"]


def test_an_answer_comes_with_its_quotes_in_words_and_as_data(report: Report) -> None:
    server, asker = with_script(answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2, label="Mục I.2, chú thích 2")))
    result = call(
        server, cau_hoi="Còn Hà Nội?", lich_su=[{"role": "user", "content": "Lai Châu?"}], che_do="extractive"
    )
    assert text_of(result) == f"Có 03 đơn vị [1].\n\nNguồn trích dẫn:\n[1] Mục I.2, chú thích 2: “{FOOTNOTE_2}”"
    assert result.structured_content is not None
    assert result.structured_content["citations"][0]["quote"] == FOOTNOTE_2
    assert (asker.asked[0].question, asker.asked[0].mode) == ("Còn Hà Nội?", "extractive")
    assert asker.asked[0].history == (Turn("user", "Lai Châu?"),)


def test_a_refusal_says_so_and_names_what_is_nearest(report: Report) -> None:
    server, _ = with_script(refused("Báo cáo không nêu.", near(report, FOOTNOTE_2, "Mục I.2")))
    result = call(server, cau_hoi="Tàu thủy?")
    assert not result.is_error
    assert text_of(result).endswith(f"Nội dung gần nhất trong báo cáo:\n- Mục I.2: “{FOOTNOTE_2}”")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (QuestionError("no-words"), "Câu hỏi không có chữ nào đọc được"),
        (QuestionError("unknown-report", "bc-2019"), "Không có báo cáo “bc-2019”"),
        (NotReadyError(), "Chỉ mục và mô hình đang được nạp"),
    ],
)
def test_what_cannot_be_asked_is_told_to_the_model(error: Exception, told: str) -> None:
    server, _ = with_script(error)
    result = call(server, cau_hoi="?")
    assert result.is_error
    assert told in text_of(result)


def test_a_failure_nobody_foresaw_tells_nothing_of_the_machine() -> None:
    server, _ = with_script(RuntimeError("/srv/secret"))
    result = call(server, cau_hoi="Hỏi?")
    assert result.is_error
    assert "secret" not in str(result)


@pytest.mark.parametrize(
    "arguments", [{}, {"cau_hoi": ""}, {"cau_hoi": "a" * 2001}, {"cau_hoi": "Hỏi?", "che_do": "x"}]
)
def test_arguments_out_of_bounds_are_refused(arguments: dict[str, object]) -> None:
    server, asker = with_script(refused("Không."))
    assert call(server, **arguments).is_error
    assert asker.asked == []


def test_the_service_offers_the_tool_at_mcp(library: Library, report: Report) -> None:
    asker = ScriptedAsker([answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2))] * 2)
    with running(create_api(Current(Serving(asker, library)))) as origin:
        for _ in range(2):
            assert "Có 03 đơn vị [1]." in text_of(call(f"{origin}/mcp", cau_hoi="Hà Nội?"))


@pytest.mark.model
def test_the_command_serves_the_tool_over_standard_input_and_output(index_folder: Path) -> None:
    settings = {"PYTHONPATH": str(ROOT), "HOIDAP_INDEX": str(index_folder), **OFFLINE_SETTINGS}
    command = StdioServerParameters(
        command=sys.executable, args=["-c", GUARDED, "mcp"], env={**os.environ, **settings}, cwd=index_folder.parent
    )
    result = call(command, cau_hoi="Diện tích trồng hoa hồng ở Tam Đường là bao nhiêu?")
    assert "32,8 ha" in text_of(result)
