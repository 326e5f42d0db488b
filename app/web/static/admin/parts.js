// Small parts that the queue, the list and the preview share: buttons, icons, what is told. Knows nothing of reports.
import { find, make } from "../chat/dom.js";

export { find, make };

export function icon(name) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("viewBox", "0 0 24 24");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/hoidap/chat/icons.svg#${name}`);
  picture.append(use);
  return picture;
}

// The name says what is acted on; the words on the button stand at its beginning, for who speaks to the browser.
// Of class "act" it shows its icon alone.
export function button(words, act, { of = "", classes = "plain", shown = null } = {}) {
  const made = make("button", { type: "button", className: classes }, ...(shown ? [icon(shown)] : []));
  if (classes === "act") made.title = words;
  else made.append(words);
  if (of) made.setAttribute("aria-label", `${words}: ${of}`);
  made.addEventListener("click", act);
  return made;
}

let fading = 0;
export function tell(text) {
  const line = find("#told");
  line.textContent = text;
  line.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => line.classList.remove("shown"), 6000);
}

export function save(name, data) {
  const link = make("a", { href: URL.createObjectURL(data), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
