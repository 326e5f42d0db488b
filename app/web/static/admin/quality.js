// Says in words how well a file was read: a list in the preview, one line in the list of reports.
import { icon, make } from "./parts.js";
import { knows, say } from "./words.js";

const LEGACY = { tcvn3: "TCVN3 (ABC)", vni: "VNI", viscii: "VISCII" };
const named = (encodings) => encodings.map((encoding) => LEGACY[encoding] ?? encoding).join(", ");

const fields = (names) => names.map((name) => (knows(`field-${name}`) ? say(`field-${name}`) : name)).join(", ");

// Each point is [whether it is good, its words]; what is not good wants a look.
function points(quality) {
  const { headings, footnotes, footnotes_linked: linked, tables, rows, sentences, pages = 0 } = quality;
  const { encodings = [], converted = 0, insertions = 0, deletions = 0, attachments = 0, doubts = [], missing = [] } = quality;
  const all = [
    headings ? [true, say("q-headings", { count: headings })] : [false, say("q-no-headings")],
    footnotes ? [linked === footnotes, say("q-footnotes", { linked, count: footnotes })] : [true, say("q-no-footnotes")],
    tables ? [true, say("q-tables", { tables, rows })] : [true, say("q-no-tables")],
    sentences ? [true, say("q-sentences", { count: sentences })] : [false, say("q-no-sentences")],
    encodings.length ? [true, say("q-encodings", { converted, names: named(encodings) })] : [true, say("q-unicode")],
    insertions + deletions ? [true, say("q-changes", { insertions, deletions })] : [true, say("q-no-changes")],
  ];
  if (attachments) all.push([true, say("q-attachments", { count: attachments })]);
  if (pages) all.push([true, say("q-pages", { count: pages })]);
  if (missing.length) all.push([false, say("q-missing", { names: fields(missing) })]);
  all.push(...doubts.map(({ words }) => [false, words]));
  if (!doubts.length) all.push([true, say("q-no-doubts")]);
  return all;
}

export const toLookAt = (quality) => (quality ? points(quality).filter(([good]) => !good).length : 0);

export function panel(quality) {
  if (!quality) return [make("li", {}, say("q-none"))];
  const all = points(quality).sort(([good], [other]) => good - other);
  return all.map(([good, words]) => {
    const sign = make("span", { className: "unseen" }, `${say(good ? "q-good" : "q-look")}: `);
    return make("li", { className: good ? "good" : "look" }, icon(good ? "check" : "warn"), make("span", {}, sign, words));
  });
}

export function line(quality) {
  if (!quality) return [];
  const { headings, footnotes, footnotes_linked: linked, tables, encodings = [] } = quality;
  const parts = [say("line-headings", { count: headings })];
  if (footnotes) parts.push(say("line-footnotes", { linked, count: footnotes }));
  if (tables) parts.push(say("line-tables", { count: tables }));
  if (encodings.length) parts.push(say("line-converted", { names: named(encodings) }));
  const shown = [make("span", {}, parts.join(" · "))];
  const look = toLookAt(quality);
  if (look) shown.push(make("span", { className: "look" }, icon("warn"), say("line-look", { count: look })));
  return shown;
}
