// The dialog in which a file is looked at before it goes live, and the data of a report corrected later.
import * as form from "./form.js";
import { find, make } from "./parts.js";
import { panel } from "./quality.js";
import { say } from "./words.js";

const dialog = find("#review");
const body = find(".review-body", dialog);
let shown = null; // { recognised, go, discard, keep }: what the dialog is about, and what its buttons do

function open(words, about) {
  shown = about;
  find("#review-kicker").textContent = words.kicker;
  find("#review-title").textContent = words.title;
  find("#review-problem").textContent = "";
  find("[data-go]", dialog).textContent = words.go;
  find("[data-discard]", dialog).textContent = words.discard;
  form.fill({ ...about.recognised, ...about.corrections });
  dialog.showModal();
  body.scrollTop = 0;
  find("#review-title").focus();
}

function entry({ code, label, title, level }) {
  const link = make("a", { href: `#m-${code}` }, [...new Set([label, title].filter(Boolean))].join(" – "));
  link.addEventListener("click", (event) => {
    event.preventDefault(); // the address of the page stays
    document.getElementById(`m-${code}`)?.scrollIntoView({ block: "start" });
  });
  return make("li", { className: `level-${Math.min(level, 5)}` }, link);
}

function notice(read) {
  const line = find("#version");
  const { replaced } = read;
  line.hidden = !replaced;
  line.textContent = replaced ? say("replaces", { title: replaced.title, version: replaced.version }) : "";
}

// A preview: what was recognised, how well it was read, and the document as it will be shown. The server has escaped
// every character of the document; the page's policy runs no script in it whatever it says.
export function preview(item, { go, discard }) {
  const { read } = item;
  dialog.dataset.kind = "preview";
  notice(read);
  find("#quality ul").replaceChildren(...panel(read.quality));
  find("#outline summary").textContent = say("outline", { count: read.outline.length });
  find("#outline ol").replaceChildren(...read.outline.map(entry));
  find("#document").innerHTML = read.document;
  find("#document .outline")?.remove();
  find("#document").scrollTop = 0;
  const words = {
    kicker: say("preview-of", { file: item.file.name }),
    title: read.report.title,
    go: say(read.replaced ? "go-replace" : "go-publish"),
    discard: say("discard"),
  };
  const keep = (corrections) => Object.assign(item, { corrections });
  open(words, { recognised: read.report, corrections: item.corrections, go, discard, keep });
}

export function correct(report, save) {
  dialog.dataset.kind = "correct";
  find("#version").hidden = true;
  find("#document").replaceChildren();
  const words = { kicker: say("correcting"), title: report.title, go: say("go-save"), discard: say("cancel") };
  open(words, { recognised: report, corrections: {}, go: save, discard: () => {}, keep: () => {} });
}

// What was typed is kept when the dialog is closed, if it can be used.
function leave(then = () => {}) {
  const about = shown;
  const corrections = form.changed(about.recognised);
  if (corrections) about.keep(corrections);
  dialog.close();
  then();
}

async function go() {
  const corrections = form.changed(shown.recognised);
  if (!corrections) return;
  shown.keep(corrections);
  const button = find("[data-go]", dialog);
  button.disabled = true;
  dialog.setAttribute("aria-busy", "true");
  const problem = await shown.go(corrections);
  button.disabled = false;
  dialog.removeAttribute("aria-busy");
  if (!problem) return dialog.close();
  find("#review-problem").textContent = problem;
  button.focus();
}

find("form", dialog).addEventListener("submit", (event) => {
  event.preventDefault();
  if (!find("[data-go]", dialog).disabled) go();
});
find("[data-close]", dialog).addEventListener("click", () => leave());
find("[data-discard]", dialog).addEventListener("click", () => leave(shown.discard));
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  leave();
});
