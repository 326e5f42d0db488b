// Keeps conversations in this browser, lists them, opens, renames and deletes them. One entry of the storage each, so
// that two open windows do not overwrite each other.
import { find, leave, make, remember, remembered, send, toast, words } from "./dom.js";

const PREFIX = "hoidap:c:";
let current = ""; // id of the conversation that is open
let shelf = []; // what the server keeps for this browser, where it keeps anything: id, name, changed

const read = (key) => {
  try {
    return JSON.parse(remembered(key));
  } catch {
    return null;
  }
};

function all() {
  const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map(read);
  const here = kept.filter((one) => one?.id && one.body);
  const elsewhere = shelf.filter((one) => !here.some((own) => own.id === one.id));
  return [...here, ...elsewhere].sort((a, b) => b.changed - a.changed);
}

function keep({ id, name, body }) {
  current = id;
  const entry = JSON.stringify({ id, name, body, changed: Date.now() });
  while (!remember(PREFIX + id, entry)) {
    const oldest = all().filter((one) => one.body && one.id !== id).pop();
    if (!oldest) return toast(words().keptFull);
    remember(PREFIX + oldest.id, null);
  }
}

function act(label, shape, press) {
  const button = make("button", { type: "button", className: "act", title: label });
  button.setAttribute("aria-label", label);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const use = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  use.setAttribute("href", `/hoidap/chat/icons.svg#${shape}`);
  button.append(svg);
  button.addEventListener("click", press);
  return button;
}

function rename(one, item) {
  const input = make("input", { value: one.name, maxLength: 200 });
  input.setAttribute("aria-label", find(".kept").dataset.rename);
  const done = (keepIt) => {
    const name = input.value.trim();
    if (keepIt && name && name !== one.name) {
      if (one.body) {
        one.body.title = name;
        remember(PREFIX + one.id, JSON.stringify({ ...one, name }));
      }
      send("note", { kind: "rename", id: one.id, title: name });
    }
    list();
    find(`[data-id="${CSS.escape(one.id)}"] .kept-open`)?.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault(); // Escape ends the renaming, not the drawer
    event.stopPropagation();
    done(event.key === "Enter");
  });
  input.addEventListener("blur", () => input.isConnected && done(true));
  item.replaceChildren(input);
  input.select();
}

function remove(one, item) {
  const { delete: name, sure } = find(".kept").dataset;
  const confirm = make("button", { type: "button", className: "plain danger", textContent: name });
  const cancel = make("button", { type: "button", className: "plain", textContent: words().cancel });
  confirm.addEventListener("click", () => {
    remember(PREFIX + one.id, null);
    shelf = shelf.filter((other) => other.id !== one.id);
    send("note", { kind: "delete", id: one.id });
    if (one.id === current) leave({ kind: "new" });
    list();
    find(".drawer [data-close]").focus();
  });
  cancel.addEventListener("click", list);
  item.replaceChildren(make("span", { className: "kept-sure", textContent: sure }), confirm, cancel);
  cancel.focus();
}

function entry(one) {
  const when = new Date(one.changed).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  const open = make("button", { type: "button", className: "kept-open" });
  open.append(make("span", { className: "kept-name", textContent: one.name }), make("span", { className: "kept-when", textContent: when }));
  if (one.id === current) open.setAttribute("aria-current", "true");
  open.addEventListener("click", () => {
    current = one.id;
    leave(one.body ? { kind: "open", kept: one.body } : { kind: "fetch", id: one.id });
    find("#hd-kept").close();
  });
  const item = make("li", {}, open);
  item.dataset.id = one.id;
  const { rename: renaming, delete: deleting } = find(".kept").dataset;
  // What only the server has is opened before it is renamed.
  if (one.body) item.append(act(renaming, "edit", () => rename(one, item)));
  item.append(act(deleting, "bin", () => remove(one, item)));
  return item;
}

function list() {
  const kept = all();
  find(".kept").replaceChildren(...kept.map(entry));
  find("#hd-kept .empty").hidden = kept.length > 0;
}

document.addEventListener("click", (event) => event.target.closest("[data-panel='hd-kept']") && list(), true);
document.addEventListener("hd-told", ({ detail }) => {
  if (detail.keep) keep(detail.keep);
  if (detail.shelf) shelf = detail.shelf;
});
document.addEventListener("hd-leave", ({ detail }) => detail.kind === "new" && (current = ""));

// The random name by which the server knows this browser; without it nobody finds what is kept for it.
function owner() {
  const known = remembered("hoidap:owner");
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const name = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return remember("hoidap:owner", name) ? name : "";
}

function hello() {
  const name = owner();
  if (name) send("note", { kind: "hello", owner: name });
}

// The bridge may have been there before this script, or come after it.
document.addEventListener("hd-bridge", hello);
if (find("#hd-bridge")) hello();

// Which conversation is open, and opening it again after the server was away.
export const currentId = () => current;

export function openAgain(id) {
  const one = read(PREFIX + id);
  if (!one) return;
  current = id;
  send("leave", { kind: "open", kept: one.body });
}
