"""The chat page in Gradio over what serves at the moment. Knows nothing of finding answers, or of the API."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

import gradio as gr

from app.messages import say
from app.models import Mode
from app.observe.audited import on_behalf
from app.store.models import Key
from app.web.chat.actions import Ask
from app.web.chat.conversation import Conversation
from app.web.chat.frame import render_bar, render_panels, render_preferences
from app.web.chat.handlers import Outcome
from app.web.chat.room import Choices, Room
from app.web.chat.source import render_source_panel
from app.web.chat.transcript import render_conversation
from app.web.chat.view import Length
from app.web.chat.visitor import Visitor

SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
HEAD = (
    '<link rel="stylesheet" href="/hoidap/document.css">'
    '<link rel="stylesheet" href="/hoidap/chat/page.css"><link rel="stylesheet" href="/hoidap/chat/answers.css">'
    '<link rel="stylesheet" href="/hoidap/chat/panels.css"><link rel="stylesheet" href="/hoidap/chat/print.css">'
    '<script src="/hoidap/chat/theme.js"></script><script type="module" src="/hoidap/chat/main.js"></script>'
)
"""What the page adds to its head; all of it is served by this process."""
BRIDGE = (Path(__file__).parent.parent / "static" / "chat" / "bridge.js").read_text(encoding="utf-8")
MODES: tuple[Mode, ...] = ("auto", "extractive", "generative")
LENGTHS: tuple[Length, ...] = ("brief", "full")

Changes = dict[Any, Any]
"""New values of components, by component."""


def theme() -> gr.themes.Base:
    """Return a plain theme in deep blue with the fonts of the reader's own system."""
    return gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=SYSTEM_FONTS, font_mono=("monospace",))


def _html(value: str, elem_id: str) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, js_on_load=None, apply_default_css=False)


def _asker(request: gr.Request) -> str:
    """Return the id of the key that a browser brings, "" where it brings none; the edge has checked it."""
    state = request.request.scope.get("state", {}) if request.request else {}
    key = state.get("key")
    return key.id if isinstance(key, Key) else ""


def _some(outcomes: Iterator[Outcome], before: Conversation) -> Iterator[Outcome]:
    """Yield the outcomes, or that all is as before where there are none: Gradio takes nothing for an empty value."""
    yield from chain([next(outcomes, Outcome(before))], outcomes)


class _Page:
    """The components of one page and what their events do with a room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._conversation = gr.State(Conversation())
        self._visitor = gr.State(Visitor())
        # Carries what the page's script asks for to the handlers, and what they tell it back; shows nothing.
        self._bridge: Any = gr.HTML(None, elem_id="hd-bridge", html_template="", js_on_load=BRIDGE)
        _html(render_bar(room.language), "hd-top")
        self._mode, self._length, self._reports = self._settings()
        with gr.Row(elem_id="hd-main"):
            with gr.Column(elem_id="hd-chat"):
                self._transcript = _html(render_conversation(Conversation(), room.view()), "hd-transcript")
                self._box, self._send, self._stop = self._composer()
                self._note = _html(self._noted(), "hd-writer")
            with gr.Column(elem_id="hd-source"):
                self._source = _html("", "hd-report")
        _html(render_panels(room.language, on_server=room.shelf is not None), "hd-panels")
        self._kept = gr.BrowserState({}, storage_key="hoidap:settings", secret="hoidap")  # noqa: S106 # nosec B106 - hides nothing

    def _say(self, key: str) -> str:
        return say(key, self._room.language)

    def _noted(self) -> str:
        return f"<p>{escape(self._say('chat.writer-there' if self._room.rewords else 'chat.writer-absent'))}</p>"

    def _settings(self) -> tuple[gr.Radio, gr.Radio, gr.CheckboxGroup]:
        with gr.Column(elem_id="hd-settings"):
            modes = [(self._say(f"chat.setting-{mode}"), mode) for mode in MODES]
            lengths = [(self._say(f"chat.length-{length}"), length) for length in LENGTHS]
            mode = gr.Radio(modes, value="auto", label=self._say("chat.setting-mode"), visible=self._room.rewords)
            length = gr.Radio(lengths, value="brief", label=self._say("chat.setting-length"))
            reports = gr.CheckboxGroup([], label=self._say("chat.setting-reports"), visible=False)
            _html(render_preferences(self._room.language), "hd-preferences")
        return mode, length, reports

    def _composer(self) -> tuple[gr.Textbox, gr.Button, gr.Button]:
        with gr.Row(elem_id="hd-composer"):
            box = gr.Textbox(
                elem_id="hd-question",
                label=self._say("chat.question"),
                show_label=False,
                container=False,
                placeholder=self._say("chat.placeholder"),
                lines=1,
                max_lines=5,
                autofocus=True,
                html_attributes=gr.InputHTMLAttributes(enterkeyhint="send", autocomplete="off"),
            )
            send = gr.Button(self._say("chat.send"), elem_id="hd-send", variant="primary")
            return box, send, gr.Button(self._say("chat.stop"), elem_id="hd-stop")

    def wire(self, page: gr.Blocks) -> None:
        """Tie events to handlers."""
        asking: dict[str, Any] = {
            "concurrency_limit": self._room.crowd,
            "concurrency_id": "ask",
            "show_progress": "hidden",
        }
        quick: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
        chosen = [self._conversation, self._mode, self._length, self._reports]
        shown = [self._transcript, self._box, self._conversation, self._bridge]
        gr.on(
            [self._box.submit, self._send.click],
            self._typed,
            [self._box, self._visitor, *chosen],
            shown,
            api_visibility="private",
            **asking,
        )
        self._bridge.ask(self._asked, [self._visitor, *chosen], shown, api_visibility="private", **asking)
        # Not by cancelling the event: what Gradio cancels may be the next question, when that comes soon enough.
        self._stop.click(self._stopped, self._visitor, None, **quick)
        self._bridge.leave(self._left, [self._visitor, *chosen], shown, **quick)
        self._bridge.note(self._noted_down, [self._visitor, *chosen], shown, **quick)
        self._length.change(self._redrawn, chosen, shown, **quick)
        settings: list[Any] = [self._mode, self._length, self._reports]
        for setting in settings:
            setting.input(lambda *values: dict(zip(("mode", "length", "reports"), values, strict=True)),
                          settings, self._kept, **quick)  # fmt: skip
        page.load(self._opened, [self._kept, *chosen], [*settings, self._source, self._transcript], **quick)

    def _typed(
        self,
        question: str,
        visitor: Visitor,
        conversation: Conversation,
        mode: Mode,
        length: Length,
        reports: Sequence[str],
        request: gr.Request,
    ) -> Iterator[Changes]:
        choices = Choices(mode, length, tuple(reports))
        outcomes = self._room.answer(Ask(question=question), conversation, choices, visitor)
        yield from map(self._changes(length, conversation), _some(on_behalf(_asker(request), outcomes), conversation))

    def _asked(
        self,
        visitor: Visitor,
        conversation: Conversation,
        mode: Mode,
        length: Length,
        reports: Sequence[str],
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[Changes]:
        choices = Choices(mode, length, tuple(reports))
        outcomes = self._room.answer_sent(event.action, conversation, choices, visitor)
        yield from map(self._changes(length, conversation), _some(on_behalf(_asker(request), outcomes), conversation))

    @staticmethod
    def _stopped(visitor: Visitor) -> None:
        visitor.halted = True

    def _left(
        self,
        visitor: Visitor,
        conversation: Conversation,
        _mode: Mode,
        length: Length,
        _reports: Sequence[str],
        event: gr.EventData,
    ) -> Changes:
        return self._changes(length)(self._room.leave(event.action, conversation, visitor))

    def _noted_down(
        self,
        visitor: Visitor,
        conversation: Conversation,
        _mode: Mode,
        length: Length,
        _reports: Sequence[str],
        event: gr.EventData,
    ) -> Changes:
        return self._changes(length, conversation)(self._room.note(event.action, conversation, visitor))

    def _redrawn(self, conversation: Conversation, _mode: Mode, length: Length, _reports: Sequence[str]) -> Changes:
        return self._changes(length)(Outcome(conversation))

    def _opened(
        self, kept: Mapping[str, Any], conversation: Conversation, _mode: Mode, _length: Length, _reports: Sequence[str]
    ) -> Changes:
        """Fill in what was chosen before, and the reports there are now."""
        choices = self._room.remembered(kept)
        named = self._room.choosable()
        return {
            self._mode: gr.update(value=choices.mode, visible=self._room.rewords),
            self._length: choices.length,
            self._reports: gr.update(choices=named, value=list(choices.report_ids), visible=len(named) > 1),
            self._source: render_source_panel(self._room.library(), self._room.language),
            self._transcript: render_conversation(conversation, self._room.view(choices.length)),
        }

    def _changes(self, length: Length, before: Conversation | None = None) -> Callable[[Outcome], Changes]:
        """Return what turns outcomes into changes; a conversation that is as ``before`` is left to who changes it."""

        def changes(outcome: Outcome) -> Changes:
            changed: Changes = {self._box: gr.skip()}
            if outcome.conversation is not before:
                changed[self._transcript] = render_conversation(outcome.conversation, self._room.view(length))
                changed[self._conversation] = outcome.conversation
            if outcome.box is not None:
                changed[self._box] = outcome.box
            if outcome.told is not None:
                changed[self._bridge] = self._room.stamped(outcome.told)
            return changed

        return changes


def build_chat(room: Room) -> gr.Blocks:
    """Return the chat page. Each user's conversation lives in the page's own state; nothing is shared between users."""
    page = gr.Blocks(title=say("page.title", room.language), analytics_enabled=False, fill_width=True)
    with page:
        _Page(room).wire(page)
    return page
