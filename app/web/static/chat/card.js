// The card beside a citation mark, with its place and quote, and beside a footnote mark of the report, with the footnote:
// on hovering and on focus. Escape takes it away.
import { find, phone } from "./dom.js";

const MARKS = ".cite, #hd-source sup.fn a";
let shownFor = null;
let leaving = 0;

function place(card, mark) {
  const at = mark.getBoundingClientRect();
  const gap = 8;
  const left = Math.min(Math.max(at.left + at.width / 2 - card.offsetWidth / 2, gap), innerWidth - card.offsetWidth - gap);
  // Below, so that what is being read stays free; above where there is no room.
  const below = at.bottom + gap;
  const fits = below + card.offsetHeight < innerHeight - gap;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : Math.max(at.top - card.offsetHeight - gap, gap)}px`;
}

function said(mark) {
  if (mark.dataset.quote) return [mark.dataset.label, `“${mark.dataset.quote}”`];
  const note = document.getElementById(mark.hash.slice(1));
  const runs = [...(note?.querySelectorAll("[data-start]") ?? [])];
  return [mark.getAttribute("aria-label"), runs.map((run) => run.textContent).join("")];
}

function show(mark) {
  clearTimeout(leaving);
  const card = find("#hd-card");
  if (shownFor === mark && !card.hidden) return;
  shownFor = mark;
  const [label, quote] = said(mark);
  find(".card-label", card).textContent = label;
  find(".card-quote", card).textContent = quote;
  card.hidden = false;
  mark.setAttribute("aria-describedby", "hd-card");
  place(card, mark);
}

function hide() {
  clearTimeout(leaving);
  const card = find("#hd-card");
  if (card) card.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
}

// The pointer may go from the mark onto the card, to select its text.
const hideSoon = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 180);
};

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = event.target.closest(MARKS);
  if (mark) show(mark);
  else if (event.target.closest("#hd-card")) clearTimeout(leaving);
  else if (shownFor) hideSoon();
});
document.addEventListener("focusin", (event) => {
  const mark = event.target.closest(MARKS);
  if (mark && !phone.matches && mark.matches(":focus-visible")) show(mark);
  else if (shownFor && !event.target.closest("#hd-card")) hide();
});
document.addEventListener("focusout", (event) => event.target === shownFor && hideSoon());
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
// What scrolls under the card takes the mark away from it; the report may scroll by itself meanwhile.
document.addEventListener("scroll", (event) => shownFor && event.target.contains(shownFor) && hide(), { capture: true, passive: true });
document.addEventListener("click", (event) => event.target.closest(MARKS) && phone.matches && hide());
