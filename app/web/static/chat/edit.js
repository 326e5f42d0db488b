// Changes a question in its place, or what it was understood as, and asks it again.
import { busy, find, make, send, words } from "./dom.js";

function close(form, opener) {
  form.remove();
  opener?.focus();
}

function open(button) {
  const exchange = button.closest(".exchange");
  find("form.edit", exchange)?.remove();
  const text = make("textarea", { value: button.dataset.edit, rows: 2, maxLength: 20_000 });
  text.setAttribute("aria-label", button.getAttribute("aria-label") ?? button.title);
  const cancel = make("button", { type: "button", className: "plain", textContent: words().cancel });
  const again = make("button", { type: "submit", className: "primary", textContent: words().editSend });
  const form = make("form", { className: "edit" }, text, make("div", { className: "buttons" }, cancel, again));
  cancel.addEventListener("click", () => close(form, button));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = text.value.trim();
    if (!question || busy()) return;
    form.remove();
    send("ask", { kind: "edit", at: Number(exchange.dataset.at), question });
    find("#hd-question textarea").focus({ preventScroll: true });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === text) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Escape") close(form, button);
  });
  // Last in the exchange, so that Gradio, which compares children by their place, takes nothing else for it.
  exchange.append(form);
  form.scrollIntoView({ block: "nearest" });
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-edit]");
  if (button && !busy()) open(button);
});
