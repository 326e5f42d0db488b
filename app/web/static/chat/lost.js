// Tells when the server cannot be reached, keeps the question, and brings it back with the conversation it was asked in.
// The page begins anew when the server is back (Gradio's connection ended with it), so what has to outlast that stands in
// the tab's own storage.
import { busy, fillBox, find, words } from "./dom.js";
import { currentId, openAgain } from "./kept.js";

const PENDING = "hoidap:pending";
const PATIENCE = 4000; // milliseconds of waiting for an answer before the server is asked whether it is there
const EVERY = 2000;
let since = 0; // when the question that is not answered yet was sent; 0 for none
let away = false;

async function alive() {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

function tell(lost) {
  away = lost;
  const line = find("#hd-lost");
  line.textContent = lost ? words().lost : "";
  line.classList.toggle("shown", lost);
}

function bringBack() {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  since = 0;
  if (!pending) return;
  openAgain(pending.id);
  fillBox(pending.question);
}

async function watch() {
  const overdue = since && Date.now() - since > PATIENCE;
  if (!away && !overdue) return;
  const there = await alive();
  if (there && !away && !busy()) since = 0;
  if (!there && !away) tell(true);
  // Gradio begins anew by itself, sooner or later; done here at once, nobody's Enter falls between two pages.
  else if (there && away) location.reload();
}

// What was typed while the server was away is kept as well.
function keepDraft() {
  const text = find("#hd-question textarea")?.value.trim();
  if (away && text && !sessionStorage.getItem(PENDING)) {
    sessionStorage.setItem(PENDING, JSON.stringify({ question: text, id: currentId() }));
  }
}

function noteQuestion(text) {
  if (!text.trim()) return;
  since = Date.now();
  sessionStorage.setItem(PENDING, JSON.stringify({ question: text.trim(), id: currentId() }));
}

setInterval(watch, EVERY);
window.addEventListener("offline", () => tell(true));
window.addEventListener("pagehide", keepDraft);
document.addEventListener("hd-ask", ({ detail }) => noteQuestion(detail.question ?? ""));
document.addEventListener("hd-told", ({ detail }) => {
  if (!detail.keep) return;
  since = 0;
  sessionStorage.removeItem(PENDING);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && event.target.matches("#hd-question textarea")) noteQuestion(event.target.value);
}, true);
document.addEventListener("click", (event) => {
  if (event.target.closest("#hd-send")) noteQuestion(find("#hd-question textarea").value);
}, true);

// The report is the last that the server sends when the page begins; what comes before would be drawn over.
const began = setInterval(() => {
  if (!find("#hd-source .document")) return;
  clearInterval(began);
  bringBack();
}, 100);
