// What all parts of the page's script share: finding elements, the page's words, telling the server, telling the user.

export const find = (selector, inside = document) => inside.querySelector(selector);
export const words = () => find("#hd-words").dataset;
export const phone = window.matchMedia("(max-width: 768px)");
export const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
export const page = document.documentElement;

// event: "ask" asks a question, "leave" goes to another conversation, "note" does anything beside the conversation.
export const send = (event, action) => document.dispatchEvent(new CustomEvent(`hd-${event}`, { detail: action }));

export const busy = () => find(".transcript.busy") !== null;

// An answer under way is stopped first, so that what comes of it is not put into the other conversation.
export function leave(action) {
  if (!busy()) return send("leave", action);
  find("#hd-stop").click();
  const stopped = new MutationObserver(() => {
    if (busy()) return;
    stopped.disconnect();
    setTimeout(() => send("leave", action), 100);
  });
  stopped.observe(find("#hd-transcript"), { attributes: true, childList: true, subtree: true });
}

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

let fading = 0;
export function toast(text) {
  const line = find("#hd-toast");
  line.textContent = text;
  line.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => line.classList.remove("shown"), 4000);
}

export function fillBox(text) {
  const box = find("#hd-question textarea");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

// The browser may refuse to keep anything, in a private window or when it is full.
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
