// Buttons that carry what they ask for: sends it. Saves files that the server gives, copies texts.
import { busy, find, leave, send, toast, words } from "./dom.js";

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without HTTPS there is no clipboard to write to; the selection still can be copied.
    const area = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(words().copied);
}

function save({ name, type, data }) {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { ask, note, leave: other } = button.dataset;
  if (ask && !busy()) send("ask", JSON.parse(ask));
  if (note) send("note", JSON.parse(note));
  if (other) leave(JSON.parse(other));
  if (button.dataset.copy !== undefined) copy(button.dataset.copy);
  button.closest("details.menu")?.removeAttribute("open");
});

// A menu closes when something else is clicked, or with Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = find("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  find("summary", menu).focus();
});

document.addEventListener("hd-told", ({ detail }) => {
  if (detail.file) save(detail.file);
  if (detail.say) toast(detail.say);
});
