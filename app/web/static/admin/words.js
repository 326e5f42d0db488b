// The page's sentences in its language, and how figures, sizes and dates are written. Knows no elements but the one that
// carries the sentences.
const sentences = JSON.parse(document.getElementById("words").textContent);
const figures = new Intl.NumberFormat(document.documentElement.lang);
const rounded = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

export const knows = (key) => key in sentences;

// Values are put in as they are: whoever shows the sentence sets it as text.
export function say(key, values = {}) {
  const shown = (value) => (typeof value === "number" ? figures.format(value) : value);
  return sentences[key].replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

export function size(bytes) {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return say("size-kb", { size: figures.format(Math.max(Math.ceil(kilobytes), 1)) });
  return say("size-mb", { size: rounded.format(kilobytes / 1024) });
}

// "2023-02-05" is shown as 05/02/2023; what a document leaves blank is left out: "2023-02" is 02/2023.
export const date = (iso) => iso.split("-").reverse().join("/");

// Reads a date as it is shown; null for what is none.
export function iso(shown) {
  const parts = shown.trim().split(/\s*[/.-]\s*/).reverse();
  if (parts.length > 3 || !/^\d{4}$/.test(parts[0]) || !parts.slice(1).every((part) => /^\d{1,2}$/.test(part))) return null;
  const [year, month = "1", day = "1"] = parts;
  const moment = new Date(Date.UTC(year, month - 1, day));
  const real = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === Number(day);
  return real ? parts.map((part) => part.padStart(2, "0")).join("-") : null;
}
