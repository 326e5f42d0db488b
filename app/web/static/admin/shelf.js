// The reports that are served: the list, its filter, and what can be done with each.
import * as api from "./api.js";
import { button, find, make, save, tell } from "./parts.js";
import { line } from "./quality.js";
import { correct } from "./review.js";
import { date, say, size } from "./words.js";

const MANY = 6; // from then on there is a filter
const sure = find("#sure");
let all = [];
let refused = () => {};

export const listen = (onRefused) => {
  refused = onRefused;
};

export async function load() {
  try {
    all = await api.reports();
    draw();
  } catch (problem) {
    if (problem.kind === "key") return refused(problem);
    find("#none").hidden = false;
    find("#none").textContent = say("list-failed", { reason: problem.message });
  } finally {
    find("#reports").setAttribute("aria-busy", "false");
  }
}

const numbered = ({ number, sign }) => [number, sign].filter(Boolean).join("/") || say("number-none");
const format = (name) => (name === "scan" ? say("format-scan") : `.${name}`);

function badges(report) {
  const made = [];
  if (report.version > 1) made.push(make("span", { className: "badge" }, `${say("replacement")} · ${say("version", { version: report.version })}`));
  return made;
}

function facts(report) {
  const written = [
    numbered(report), report.issuer, report.issued_on && say("issued", { date: date(report.issued_on) }),
    report.period && say("period", { period: report.period }), report.format && format(report.format),
    report.size && size(report.size),
  ];
  return make("p", { className: "facts-line" }, ...written.filter(Boolean).map((words) => make("span", {}, words)), ...badges(report));
}

function entry(report) {
  const of = report.title;
  const acts = [
    button(say("correct"), () => open(report), { of, shown: "edit" }),
    button(say("remove-short"), () => ask(report), { of, classes: "plain danger", shown: "bin" }),
  ];
  if (report.original) acts.splice(1, 0, button(say("original"), () => download(report), { of, shown: "download" }));
  const title = make("h3", {}, make("a", { href: report.url }, report.title));
  const quality = make("p", { className: "quality-line" }, ...line(report.quality));
  return make("li", { className: "report" }, make("div", {}, title, facts(report), quality), make("div", { className: "acts" }, ...acts));
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function draw() {
  const wanted = plain(find("#sieve input").value.trim());
  const said = (report) => plain([report.title, numbered(report), report.issuer, report.period, report.issued_on && date(report.issued_on)].filter(Boolean).join(" "));
  const kept = all.filter((report) => said(report).includes(wanted));
  find("#sieve").hidden = all.length < MANY;
  find("#count").textContent = `(${all.length})`;
  find("#reports").replaceChildren(...kept.map(entry));
  find("#none").hidden = kept.length > 0;
  find("#none").textContent = all.length ? say("none-match", { text: find("#sieve input").value.trim() }) : say("none");
}

async function done(work, words) {
  try {
    await work();
    await load();
    tell(words);
    return "";
  } catch (problem) {
    if (!(problem instanceof api.Refusal)) throw problem;
    if (problem.kind === "key") refused(problem);
    return problem.message;
  }
}

const open = (report) =>
  correct(report, (corrections) => done(() => api.correct(report.id, corrections), say("saved", { title: corrections.title || report.title })));

async function download(report) {
  try {
    const { name, data } = await api.original(report.id);
    save(name, data);
  } catch (problem) {
    if (problem.kind === "key") refused(problem);
    else tell(problem.message);
  }
}

let doomed = null;

function ask(report) {
  doomed = report;
  find("#sure-title").textContent = say("remove-title", { title: report.title });
  find("#sure-problem").textContent = "";
  sure.showModal();
  find("[data-close]", sure).focus();
}

find("[data-close]", sure).addEventListener("click", () => sure.close());
find("[data-remove]", sure).addEventListener("click", async ({ currentTarget: pressed }) => {
  pressed.disabled = true;
  const problem = await done(() => api.remove(doomed.id), say("removed", { title: doomed.title }));
  pressed.disabled = false;
  find("#sure-problem").textContent = problem;
  if (problem) return;
  sure.close();
  find("#shelf-title").focus();
});
find("#sieve input").addEventListener("input", draw);
