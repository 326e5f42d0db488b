"""Renders what stands around the conversation: the bar, the drawers and the dialogs. Knows nothing of answers."""

from html import escape

from app.messages import Language, say
from app.web.chat.buttons import sending
from app.web.chat.icons import Icon, icon

REASONS = ("wrong-figure", "wrong-source", "incomplete", "off-question", "other")
ADDRESSES: dict[Language, str] = {"vi": "/", "en": "/en/"}
"""Where the page is served in each language."""
TONGUES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}


def _opener(key: str, shown: Icon, panel: str, language: Language) -> str:
    name = escape(say(key, language))
    return (
        f'<button type="button" class="bar-button" data-panel="{panel}" aria-controls="{panel}" aria-expanded="false"'
        f' aria-label="{name}" title="{name}">{icon(shown)}</button>'
    )


def render_bar(language: Language) -> str:
    """Return the bar: kept conversations, the product's name, the report (phone), settings, a new conversation."""
    title, lead, skip, source, new = (
        escape(say(key, language)) for key in ("page.title", "page.lead", "chat.skip", "chat.show-source", "chat.new")
    )
    return (
        f'<a class="skip" href="#hd-question">{skip}</a><header class="bar">'
        f"{_opener('chat.kept', 'list', 'hd-kept', language)}"
        f'<div class="brand"><h1>{title}</h1><p>{lead}</p></div>'
        f'<button type="button" class="bar-button labelled source-open" aria-label="{source}">'
        f"{icon('report')}<span>{source}</span></button>"
        f"{_opener('chat.settings', 'gear', 'hd-settings', language)}"
        f'<button type="button" class="bar-button labelled" id="hd-new" aria-label="{new}"'
        f" {sending('leave', {'kind': 'new'})}>{icon('new')}<span>{new}</span></button></header>"
    )


def _kept(language: Language, on_server: bool) -> str:
    """Render the drawer of kept conversations; a script fills its list from the browser's own storage."""
    hint_key = "chat.kept-hint-server" if on_server else "chat.kept-hint"
    name, none, close, hint, rename, delete, sure, export = (
        escape(say(key, language))
        for key in (
            "chat.kept", "chat.kept-none", "chat.close", hint_key, "chat.kept-rename", "chat.kept-delete",
            "chat.kept-sure", "chat.export-all",
        )
    )  # fmt: skip
    wishes = {form: sending("note", {"kind": "export", "form": form, "at": None}) for form in ("docx", "pdf", "md")}
    forms = "".join(f'<button type="button" class="plain" {wish}>.{form}</button>' for form, wish in wishes.items())
    words = f'data-rename="{rename}" data-delete="{delete}" data-sure="{sure}"'
    return (
        f'<dialog id="hd-kept" class="drawer" aria-label="{name}"><header><h2>{name}</h2>'
        f'<button type="button" class="act" data-close aria-label="{close}" title="{close}">{icon("close")}</button>'
        f'</header><p class="empty">{none}</p><ul class="kept" {words}></ul>'
        f'<footer><p>{export}</p><div class="forms">{forms}</div><p class="hint">{hint}</p></footer></dialog>'
    )


def _rating(language: Language) -> str:
    """Render the dialog that asks what is wrong with an answer."""
    said = {
        key: escape(say(f"chat.{key}", language))
        for key in ("rate-title", "rate-comment", "rate-pick", "rate-picking", "rate-send", "cancel")
    }
    named = {reason: escape(say(f"chat.reason-{reason}", language)) for reason in REASONS}
    reasons = "".join(
        f'<label><input type="radio" name="reason" value="{reason}">{name}</label>' for reason, name in named.items()
    )
    return (
        f'<dialog id="hd-rating" aria-label="{said["rate-title"]}"><form method="dialog">'
        f"<fieldset><legend>{said['rate-title']}</legend>{reasons}</fieldset>"
        f'<div class="pick" hidden><button type="button" class="plain" data-pick>{said["rate-pick"]}</button>'
        f'<p class="picking" role="status" hidden>{said["rate-picking"]}</p><blockquote hidden></blockquote></div>'
        f'<label class="comment">{said["rate-comment"]}<textarea rows="3" maxlength="4000"></textarea></label>'
        f'<div class="buttons"><button type="button" class="plain" data-cancel>{said["cancel"]}</button>'
        f'<button type="submit" class="primary">{said["rate-send"]}</button></div></form></dialog>'
    )


def render_panels(language: Language, *, on_server: bool = False) -> str:
    """Return the drawer, the dialog, the card that a mark shows on hovering, and the line for what has to be told."""
    words = ("edit-send", "cancel", "copied", "lost", "kept-full")
    data = " ".join(f'data-{word}="{escape(say(f"chat.{word}", language))}"' for word in words)
    return (
        f'<div id="hd-words" hidden {data}></div>{_kept(language, on_server)}{_rating(language)}'
        '<div id="hd-card" role="tooltip" hidden><p class="card-label"></p><p class="card-quote"></p></div>'
        '<div id="hd-toast" role="status" aria-live="polite"></div><div id="hd-lost" role="alert"></div>'
    )


def render_preferences(language: Language) -> str:
    """Return what is no choice of how to answer: light or dark, the language of the page, and for who may publish the
    way to the administrators' page, which a script uncovers.
    """
    theme, auto, light, dark, tongue = (
        escape(say(f"chat.{key}", language)) for key in ("theme", "theme-auto", "theme-light", "theme-dark", "language")
    )
    themes = "".join(
        f'<label><input type="radio" name="theme" value="{value}">{shown}</label>'
        for value, shown in (("auto", auto), ("light", light), ("dark", dark))
    )
    links = "".join(
        f'<a href="{ADDRESSES[code]}" lang="{code}"{" aria-current=true" if code == language else ""}>{shown}</a>'
        for code, shown in TONGUES.items()
    )
    return (
        f'<fieldset class="theme"><legend>{theme}</legend>{themes}</fieldset>'
        f'<nav class="tongue" aria-label="{tongue}"><p>{tongue}</p>{links}</nav>'
        f'<a class="manage" href="/admin/reports?lang={language}">{escape(say("admin.title", language))}</a>'
    )
