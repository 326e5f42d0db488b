// Filters, language and anchors of the page of an evaluation. The page is whole without it: all questions, Vietnamese.
"use strict";

const root = document.documentElement;
const form = document.getElementById("filters");
const questions = [...document.querySelectorAll(".question")];
const shown = document.querySelector("#count output");
const words = new Map();

// Vietnamese is often typed without its marks; a search must find it all the same. Each word opens with a space, so
// that "hong" is found where a word begins with it and not in "không".
function folded(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}.,%/-]+/gu, " ").trim()}`;
}

// What is searched: what people and the product said, not the names of lines around it.
function wordsOf(question) {
  if (!words.has(question)) {
    const said = [...question.querySelectorAll(".id, .asked, .history, .said, q, .item, .words")];
    words.set(question, folded(said.map((element) => element.textContent).join(" ")));
  }
  return words.get(question);
}

function matches(question, wanted) {
  return ["type", "result", "reaction"].every((name) => !wanted[name] || question.dataset[name] === wanted[name])
    && ["section", "changed"].every((name) => !wanted[name] || question.dataset[name].split(" ").includes(wanted[name]))
    && folded(wanted.text).trim().split(" ").every((word) => wordsOf(question).includes(` ${word}`));
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const found = questions.filter((question) => {
    question.hidden = !matches(question, wanted);
    return !question.hidden;
  });
  shown.textContent = found.length;
  document.getElementById("none").hidden = found.length > 0;
}

function speak(language) {
  root.lang = language;
  for (const element of document.querySelectorAll("[data-vi]")) element.textContent = element.dataset[language];
  for (const element of document.querySelectorAll("[data-placeholder-vi]")) {
    element.placeholder = language === "vi" ? element.dataset.placeholderVi : element.dataset.placeholderEn;
  }
  const button = document.getElementById("language");
  button.textContent = language === "vi" ? "English" : "Tiếng Việt";
  button.lang = language === "vi" ? "en" : "vi";
  button.removeAttribute("aria-label");
}

// A link to a question, or to a citation in it, opens it even where a filter hides it.
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const question = target && target.closest(".question");
  if (!question) return;
  if (question.hidden) {
    form.reset();
    filter();
  }
  question.open = true;
  target.scrollIntoView({ block: "nearest" });
}

function show(name, value) {
  form.reset();
  form.elements[name].value = value;
  filter();
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
document.getElementById("language").addEventListener("click", () => speak(root.lang === "vi" ? "en" : "vi"));
document.getElementById("unfold").addEventListener("click", () => {
  const visible = questions.filter((question) => !question.hidden);
  const open = !visible.every((question) => question.open);
  for (const question of visible) question.open = open;
});
for (const name of ["type", "section", "changed"]) {
  for (const link of document.querySelectorAll(`a[data-${name}]`)) {
    link.addEventListener("click", () => show(name, link.dataset[name]));
  }
}
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  form.elements.text.focus();
});
addEventListener("hashchange", follow);
filter(); // a browser keeps what was chosen when a page is loaded again
follow();
