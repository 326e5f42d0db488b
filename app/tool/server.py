"""The tool ``hoi_bao_cao`` of the Model Context Protocol over an asker. Knows nothing of how a model reaches it.

Needs the extra "mcp"; nothing else imports this module unless it is there.
"""

import logging
from collections.abc import Callable
from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from app.across.filters import chosen
from app.errors import NotReadyError, QuestionError
from app.messages import say
from app.models import Asker, Mode, Turn
from app.understand.cleaning import QUESTION_LENGTH
from app.web.api.schemas import HISTORY_LENGTH, AskResponse, CitationOut, NearOut, TurnIn
from corpus.library import Library

NAME = "hoi_bao_cao"

log = logging.getLogger(__name__)


def worded(answer: AskResponse) -> str:
    """Return an answer as a model should read it: the words, and under them every quote with its place."""
    lines = [answer.answer]
    if answer.citations:
        lines += ["", say("tool.sources"), *(f"[{c.marker}] {_placed(c)}: “{c.quote}”" for c in answer.citations)]
    if answer.nearest:
        lines += ["", say("tool.nearest"), *(f"- {_placed(near)}: “{near.quote}”" for near in answer.nearest)]
    return "\n".join(lines)


def _placed(source: CitationOut | NearOut) -> str:
    return f"{source.label}, {source.report_name}" if source.report_name else source.label


def tool_server(asker: Asker, library: Callable[[], Library]) -> MCPServer:
    """Return a server that offers the one tool; ``library`` gives the reports of the moment."""
    server = MCPServer("hoidap", title=say("page.title"), instructions=say("tool.instructions"), log_level="WARNING")

    @server.tool(
        name=NAME,
        title=say("tool.title"),
        description=say("tool.description"),
        annotations=ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False),
    )
    def hoi_bao_cao(
        cau_hoi: Annotated[str, Field(description=say("tool.question"), min_length=1, max_length=QUESTION_LENGTH)],
        lich_su: Annotated[
            list[TurnIn] | None, Field(description=say("tool.history"), max_length=HISTORY_LENGTH)
        ] = None,
        ma_bao_cao: Annotated[list[str] | None, Field(description=say("tool.reports"), max_length=100)] = None,
        nam: Annotated[list[int] | None, Field(description=say("tool.years"), max_length=100)] = None,
        co_quan: Annotated[list[str] | None, Field(description=say("tool.issuers"), max_length=100)] = None,
        che_do: Annotated[Mode, Field(description=say("tool.mode"))] = "auto",
    ) -> Annotated[CallToolResult, AskResponse]:
        turns = tuple(Turn(turn.role, turn.content) for turn in lich_su or ())
        try:
            ids = chosen(library(), ma_bao_cao or (), nam or (), co_quan or ())
            answer = AskResponse.of(asker.ask(cau_hoi, turns, report_ids=ids, mode=che_do))
        except QuestionError as error:
            raise ToolError(say(f"question.{error.fault}", detail=error.detail[:80])) from error
        except NotReadyError as error:
            raise ToolError(say("problem.not_ready.detail")) from error
        return CallToolResult(
            content=[TextContent(type="text", text=worded(answer))], structured_content=answer.model_dump(mode="json")
        )

    return server
