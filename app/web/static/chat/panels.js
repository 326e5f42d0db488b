// Opens and closes the drawer and the settings, and applies what is chosen for this browser alone.
import { find, page, remember, remembered } from "./dom.js";

const opener = (id) => find(`[data-panel="${id}"]`);
const isDialog = (panel) => panel instanceof HTMLDialogElement;

function toggle(id, open) {
  const panel = document.getElementById(id);
  opener(id).setAttribute("aria-expanded", String(open));
  if (!isDialog(panel)) {
    page.classList.toggle("settings-shown", open);
    if (open) find("input, a", panel)?.focus();
  } else if (open && !panel.open) panel.showModal();
  else if (!open && panel.open) panel.close();
}

const settingsShown = () => page.classList.contains("settings-shown");

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-panel]");
  if (button) return toggle(button.dataset.panel, button.getAttribute("aria-expanded") !== "true");
  if (event.target.closest("[data-close]") || event.target.matches("dialog.drawer"))
    event.target.closest("dialog").close();
  if (settingsShown() && !event.target.closest("#hd-settings")) toggle("hd-settings", false);
});
document.addEventListener("close", (event) => opener(event.target.id)?.setAttribute("aria-expanded", "false"), true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !settingsShown()) return;
  toggle("hd-settings", false);
  opener("hd-settings").focus();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("input[name='theme']")) return;
  remember("hoidap:theme", event.target.value);
  document.dispatchEvent(new Event("hd-theme"));
});

// Gradio draws the choices after this script has started.
const chosen = new MutationObserver(() => {
  const radio = find(`input[name='theme'][value='${remembered("hoidap:theme") ?? "auto"}']`);
  if (!radio) return;
  radio.checked = true;
  chosen.disconnect();
});
chosen.observe(page, { childList: true, subtree: true });
