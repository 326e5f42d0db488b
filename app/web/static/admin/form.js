// The document's data as a form: fills it in, checks it, tells what a person changed. Knows no server.
import { find, make } from "./parts.js";
import { date, iso, say } from "./words.js";

const NAMES = ["title", "number", "sign", "issuer", "issued_on", "period", "signatory"];
const shown = (name, value) => (name === "issued_on" ? date(value ?? "") : (value ?? ""));

function field(name, value) {
  const control = make(name === "title" ? "textarea" : "input", { id: `field-${name}`, name, value: shown(name, value) });
  if (name === "title") Object.assign(control, { rows: 3, required: true });
  else Object.assign(control, { type: "text", autocomplete: "off" });
  control.maxLength = 500;
  const problem = make("span", { id: `field-${name}-problem`, className: "problem" });
  const hint = name === "issued_on" ? [make("span", { id: "field-date-hint", className: "hint" }, say("date-hint"))] : [];
  control.setAttribute("aria-describedby", [problem, ...hint].map(({ id }) => id).join(" "));
  control.addEventListener("input", () => complain(control, ""));
  const label = make("label", { htmlFor: control.id }, say(`field-${name}`));
  return make("div", { className: `field field-${name}` }, label, control, ...hint, problem);
}

export const fill = (values) => find("#fields").replaceChildren(...NAMES.map((name) => field(name, values[name])));

function complain(control, words) {
  document.getElementById(`${control.id}-problem`).textContent = words;
  if (words) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

function wrong(name, value) {
  if (name === "title" && !value) return say("title-missing");
  return name === "issued_on" && value && !iso(value) ? say("date-wrong") : "";
}

// What is not as recognised, by name; "" where a person emptied a field. null where something cannot be so: it is told
// beside the field, which gets the focus.
export function changed(recognised) {
  const given = {};
  let first = null;
  for (const name of NAMES) {
    const control = find(`#field-${name}`);
    const value = control.value.trim().replace(/\s+/g, " ");
    complain(control, wrong(name, value));
    if (wrong(name, value)) first ??= control;
    else if (value !== shown(name, recognised[name]).replace(/\s+/g, " ")) given[name] = name === "issued_on" ? (iso(value) ?? "") : value;
  }
  first?.focus();
  return first ? null : given;
}
