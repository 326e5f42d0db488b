// Tells when the server cannot be reached, keeps the question, and says when it is back.
import { busy, fillBox, find, words } from "./dom.js";
import { openAgain } from "./kept.js";

const PATIENCE = 4000; // milliseconds of waiting for an answer before the server is asked whether it is there
const EVERY = 2000;
let question = ""; // what was sent last
let since = 0;
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

async function watch() {
  const sent = since && Date.now() - since > PATIENCE;
  if (!away && !(sent && (busy() || find("#hd-question textarea")?.value === ""))) return;
  if (!away && !busy() && sent) since = 0;
  const there = await alive();
  if (!there && !away) tell(true);
  else if (there && away) {
    tell(false);
    since = 0;
    // The server may have begun anew and know nothing of this conversation.
    openAgain();
    if (question) fillBox(question);
  }
}

function noteQuestion(text) {
  if (!text.trim()) return;
  question = text.trim();
  since = Date.now();
}

setInterval(watch, EVERY);
window.addEventListener("offline", () => tell(true));
document.addEventListener("hd-ask", ({ detail }) => noteQuestion(detail.question ?? ""));
document.addEventListener("hd-told", ({ detail }) => {
  if (detail.keep) [question, since] = ["", 0];
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && event.target.matches("#hd-question textarea")) noteQuestion(event.target.value);
}, true);
document.addEventListener("click", (event) => {
  if (event.target.closest("#hd-send")) noteQuestion(find("#hd-question textarea").value);
}, true);
