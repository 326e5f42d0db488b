// Asks what is wrong with an answer, and lets a reader pick the right sentence in the report.
import { find, page, phone, send } from "./dom.js";
import { closeSheet, openSheet } from "./report.js";

const dialog = () => find("#hd-rating");
let at = 0; // which exchange is rated
let picked = null; // the sentence of the report that was picked
let opener = null;

function reset(button) {
  const box = dialog();
  find("form", box).reset();
  unpick();
  find(".pick", box).hidden = true;
  at = Number(button.closest(".exchange").dataset.at);
  opener = button;
}

function unpick() {
  picked?.classList.remove("picked");
  picked = null;
  find("blockquote", dialog()).hidden = true;
}

// While a sentence is picked the sentences of the report are buttons, for the pointer and for the keyboard.
function picking(on) {
  page.classList.toggle("picking", on);
  find(".picking", dialog()).hidden = !on;
  for (const sentence of document.querySelectorAll("#hd-source .sentence")) {
    if (on) sentence.setAttribute("tabindex", "0");
    else sentence.removeAttribute("tabindex");
  }
  if (on && phone.matches) openSheet(null);
  if (on) find("#hd-source mark.active")?.closest(".sentence")?.focus();
}

const isPicking = () => page.classList.contains("picking");

function pick(sentence) {
  unpick();
  picked = sentence;
  sentence.classList.add("picked");
  const quote = find("blockquote", dialog());
  quote.textContent = [...sentence.querySelectorAll("[data-start]")].map((run) => run.textContent).join("");
  quote.hidden = false;
  picking(false);
  closeSheet();
  find("[data-pick]", dialog()).focus();
}

function close() {
  if (isPicking()) picking(false);
  unpick();
  dialog().close();
  if (opener?.isConnected) opener.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-rate]");
  if (button) {
    reset(button);
    dialog().show();
    find("input", dialog()).focus();
  } else if (event.target.closest("#hd-rating [data-pick]")) picking(!isPicking());
  else if (event.target.closest("#hd-rating [data-cancel]")) close();
  else if (isPicking()) {
    const sentence = event.target.closest("#hd-source .sentence");
    if (!sentence) return;
    event.preventDefault();
    pick(sentence);
  }
});
document.addEventListener("keydown", (event) => {
  const sentence = isPicking() && event.target.closest?.("#hd-source .sentence");
  if (sentence && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    pick(sentence);
  } else if (event.key === "Escape" && isPicking()) {
    event.stopPropagation();
    picking(false);
    closeSheet();
    find("[data-pick]", dialog()).focus();
  } else if (event.key === "Escape" && dialog()?.open) close();
}, true);
document.addEventListener("change", (event) => {
  if (event.target.matches("#hd-rating input[name='reason']"))
    find(".pick", dialog()).hidden = event.target.value !== "wrong-source";
});
document.addEventListener("submit", (event) => {
  if (!event.target.closest("#hd-rating")) return;
  event.preventDefault();
  const form = event.target;
  send("note", {
    kind: "rate",
    at,
    rating: -1,
    reason: find("input[name='reason']:checked", form)?.value ?? null,
    comment: find("textarea", form).value,
    report_id: picked?.closest(".document").dataset.report ?? "",
    passage_id: picked?.dataset.passage ?? "",
  });
  close();
});
