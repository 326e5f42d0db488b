// Shows in the source panel the span that a citation names. Listens on the document, since the page redraws itself.
import { calm, find, page, phone } from "./dom.js";

export const SOURCES = "button[data-report][data-start]";
let opener = null; // the button that opened the sheet; focus goes back to it
let latestRequest = 0; // a report that arrives late must not replace a newer one

const scroller = () => find("#hd-source .source-scroll");

// Offsets count characters as Python does: code points, not UTF-16 units.
const length = (text) => [...text].length;
const units = (text, count) => [...text].slice(0, count).join("").length;

function unmark(article) {
  for (const mark of article.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  article.normalize();
}

function wrap(node, from, to, classes, marker) {
  const range = document.createRange();
  range.setStart(node, units(node.data, from));
  range.setEnd(node, units(node.data, to));
  const mark = document.createElement("mark");
  mark.className = classes;
  mark.dataset.marker = marker;
  range.surroundContents(mark);
}

function markRun(run, start, end, classes, marker) {
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let at = Number(run.dataset.start);
  for (const node of nodes) {
    const next = at + length(node.data);
    const from = Math.max(start, at) - at;
    const to = Math.min(end, next) - at;
    if (from < to) wrap(node, from, to, classes, marker);
    at = next;
  }
}

function markSpan(article, place, active) {
  const classes = active ? "cited active" : "cited";
  for (const run of article.querySelectorAll("[data-start]"))
    markRun(run, Number(place.start), Number(place.end), classes, place.marker ?? "");
  // The number stands before the first piece, as in the answer; what a row says of its columns is out of sight.
  const own = [...article.querySelectorAll("mark")].filter((mark) => mark.dataset.marker === place.marker);
  const first = own.find((mark) => !mark.closest(".head")) ?? own[0];
  if (place.marker) first?.classList.add("numbered");
}

async function openReport(id) {
  const current = scroller().querySelector(".document");
  if (current.dataset.report === id) return current;
  const response = await fetch(`/reports/${encodeURIComponent(id)}`).catch(() => null);
  if (!response?.ok) return current;
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = parsed.querySelector(".document");
  if (!article) return current;
  scroller().querySelector(".document").replaceWith(article);
  scroller().scrollTop = 0;
  const chooser = find(".source-chooser");
  if (chooser) chooser.value = id;
  return article;
}

function scrollTo(target) {
  const box = scroller();
  const top = target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTo({ top: top - box.clientHeight / 4, behavior: calm.matches ? "auto" : "smooth" });
}

function pressed(button) {
  for (const other of document.querySelectorAll("#hd-transcript .current")) other.classList.remove("current");
  const { report, start, end } = button.dataset;
  const same = `[data-report="${CSS.escape(report)}"][data-start="${start}"][data-end="${end}"]`;
  for (const twin of button.closest(".answer").querySelectorAll(same)) twin.classList.add("current");
}

export async function show(button) {
  const request = ++latestRequest;
  const place = button.dataset;
  pressed(button);
  const article = await openReport(place.report);
  if (request !== latestRequest) return;
  unmark(article);
  for (const other of button.closest(".answer")?.querySelectorAll(".cite") ?? [])
    if (other.dataset.report === place.report && other.dataset.marker !== place.marker)
      markSpan(article, other.dataset, false);
  markSpan(article, place, true);
  find(".source-label").textContent = place.label;
  const target = article.querySelector("mark.active");
  if (target) scrollTo(target);
}

export function openSheet(button) {
  opener = button;
  page.classList.add("source-shown");
  find(".source-close").focus({ preventScroll: true });
}

export function closeSheet() {
  if (!page.classList.contains("source-shown")) return;
  page.classList.remove("source-shown");
  if (opener?.isConnected) opener.focus({ preventScroll: true });
}

function followLink(event, link) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return;
  event.preventDefault();
  scrollTo(target);
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("button, a, .source-backdrop");
  if (!target) return;
  if (target.matches(SOURCES)) {
    if (phone.matches) openSheet(target);
    show(target);
  } else if (target.matches(".source-open")) openSheet(target);
  else if (target.matches(".source-close, .source-backdrop")) closeSheet();
  else if (target.matches(".source a[href^='#']")) followLink(event, target);
});

document.addEventListener("change", (event) => {
  if (event.target.matches(".source-chooser")) openReport(event.target.value);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeSheet();
});
