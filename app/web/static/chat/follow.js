// Follows the conversation: scrolls to what is new, and shows the first source of a finished answer on a wide screen.
import { find, page, phone } from "./dom.js";
import { show, SOURCES } from "./report.js";

let lastShown = ""; // the newest answer that was shown

function follow() {
  const exchanges = document.querySelectorAll("#hd-transcript .exchange");
  const newest = exchanges[exchanges.length - 1];
  if (!newest) return void (lastShown = "");
  const box = find("#hd-transcript");
  const answer = find("[data-answer]", newest);
  const id = answer ? `${exchanges.length}/${answer.dataset.answer}` : "";
  if (id && id === lastShown) return;
  if (!id && lastShown.startsWith(`${exchanges.length}/`)) lastShown = "";
  lastShown = id;
  box.scrollTop += newest.getBoundingClientRect().top - box.getBoundingClientRect().top - 20;
  // What was clicked to ask is gone by now, and the focus with it.
  if (document.activeElement === document.body && !phone.matches) find("#hd-question textarea").focus();
  const first = answer && find(SOURCES, answer);
  if (first && !phone.matches) show(first);
}

new MutationObserver((changes) => {
  if (changes.some((change) => change.target.parentElement?.closest("#hd-transcript"))) follow();
}).observe(page, { childList: true, subtree: true, characterData: true });
