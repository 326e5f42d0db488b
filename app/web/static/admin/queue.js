// The files that were chosen: sends and reads them two at a time, shows how far each is, publishes one after the other.
// One that is refused stops no other; its reason stands beside it.
import * as api from "./api.js";
import { toLookAt } from "./quality.js";
import { button, find, make, tell } from "./parts.js";
import { say, size } from "./words.js";

const AT_ONCE = 2;
const items = [];
let publishing = Promise.resolve();
let told = { review: () => {}, changed: () => {}, keyNeeded: () => {} };

export const listen = (listeners) => {
  told = { ...told, ...listeners };
};

const UNDER_WAY = ["sending", "reading", "publishing"];
export const unfinished = () => items.some(({ state }) => [...UNDER_WAY, "waiting", "ready"].includes(state));

export function add(files) {
  for (const file of files) {
    const item = { file, state: "waiting", share: 0, since: 0, read: null, corrections: {}, reason: "", stop: null, replace: false };
    item.node = make("li", { className: "queued" });
    items.push(item);
    find("#queue").append(item.node);
    refuseAtOnce(item);
    draw(item);
  }
  work();
}

// What the server would refuse for its size is not sent there first.
function refuseAtOnce(item) {
  const limit = Number(find("#drop").dataset.limit);
  if (item.file.size > limit) Object.assign(item, { state: "refused", reason: say("too-large", { size: size(item.file.size), limit: size(limit) }) });
  else if (item.file.size === 0) Object.assign(item, { state: "refused", reason: say("empty-file") });
  if (item.state === "refused") tell(say("refused", { file: item.file.name, reason: item.reason }));
}

export function work() {
  const reading = items.filter(({ state }) => state === "sending" || state === "reading").length;
  for (const item of items.filter(({ state }) => state === "waiting").slice(0, Math.max(AT_ONCE - reading, 0))) read(item);
}

async function read(item) {
  item.stop = new AbortController();
  become(item, "sending", { share: 0 });
  const onSent = (share) => (share < 1 ? become(item, "sending", { share }) : become(item, "reading", { since: Date.now() }));
  try {
    item.read = await api.preview(item.file, { onSent, signal: item.stop.signal, replace: item.replace });
    become(item, item.read.same ? "same" : "ready");
    tell(say("read", { file: item.file.name }));
  } catch (refused) {
    fail(item, refused, "refused", "waiting");
  }
  work();
}

// Without a key that is good the file waits where it was.
function fail(item, refused, state, before) {
  if (!(refused instanceof api.Refusal)) throw refused;
  if (refused.kind === "stopped") return;
  if (refused.kind === "key") {
    become(item, before);
    told.keyNeeded(refused);
    return;
  }
  // A report of this name or a later version is there: to take its place is for a person to decide.
  const barred = refused.kind === "refused" && refused.status === 409 && before === "waiting";
  const now = barred ? "barred" : refused.kind === "refused" ? state : "failed";
  become(item, now, { reason: refused.message, again: before });
  tell(say("refused", { file: item.file.name, reason: refused.message }));
}

// Returns the problem in words, "" where it is published. The server takes one change at a time.
export function publish(item) {
  become(item, "publishing");
  const done = publishing.then(async () => {
    try {
      item.published = await api.publish(item.file, item.corrections, { replace: item.replace });
      become(item, "published");
      tell(say("published", { title: item.published.title }));
      told.changed();
      return "";
    } catch (refused) {
      fail(item, refused, "failed", "ready");
      return refused.message;
    }
  });
  publishing = done;
  return done;
}

const publishAll = () => items.filter(({ state }) => state === "ready").forEach(publish);

export function discard(item) {
  item.stop?.abort();
  items.splice(items.indexOf(item), 1);
  const next = item.node.nextElementSibling ?? item.node.previousElementSibling;
  const held = item.node.contains(document.activeElement);
  item.node.remove();
  if (held) (next ? find("button, a", next) : find("#choose"))?.focus();
  offerAll();
  work();
}

function become(item, state, more = {}) {
  Object.assign(item, { state }, more);
  draw(item);
}

function words(item) {
  const { state, reason } = item;
  if (state === "sending") return say("state-sending", { percent: Math.floor(100 * item.share) });
  if (state === "reading") return say("state-reading", { seconds: Math.floor((Date.now() - item.since) / 1000) });
  if (state === "failed") return say(item.again === "waiting" ? "state-unread" : "state-failed", { reason });
  const count = state === "ready" ? toLookAt(item.read.quality) : 0;
  return count ? say("state-ready-doubts", { count }) : say(`state-${state}`, { reason });
}

function acts(item) {
  const of = item.file.name;
  const off = button(say("drop-item"), () => discard(item), { of, classes: "act", shown: "close" });
  const review = (classes) => button(say("review"), () => told.review(item), { of, classes });
  const retry = () => (become(item, item.again), item.again === "waiting" ? work() : publish(item));
  const open = (id) => make("a", { className: "plain", href: `/reports/${encodeURIComponent(id)}` }, say("open"));
  switch (item.state) {
    case "ready": return [review("plain"), button(say("publish"), () => publish(item), { of, classes: "primary" }), off];
    case "failed": return [button(say("retry"), retry, { of, classes: "primary" }), off];
    case "published": return [open(item.published.id), make("a", { className: "plain", href: find(".brand").getAttribute("href") }, say("ask")), off];
    case "barred": return [button(say("replace-anyway"), () => retry(Object.assign(item, { replace: true })), { of }), off];
    case "same": return [open(item.read.same), off];
    case "publishing": return [];
    default: return [off];
  }
}

// Only what changed is drawn anew, so that the focus stays on a button while a file is sent.
function draw(item) {
  const { node, state, share } = item;
  if (node.dataset.state !== state) {
    const held = node.contains(document.activeElement);
    node.dataset.state = state;
    const name = make("p", { className: "item-name" }, item.file.name, " ", make("span", { className: "size" }, size(item.file.size)));
    const bar = make("progress", { max: 1 });
    bar.setAttribute("aria-label", item.file.name);
    const shown = UNDER_WAY.includes(state) ? [bar] : [];
    const body = make("div", { className: "item-body" }, name, make("p", { className: "item-state" }), ...shown);
    node.replaceChildren(body, make("div", { className: "acts" }, ...acts(item)));
    if (held) find("button, a", node)?.focus();
    offerAll();
  }
  find(".item-state", node).textContent = words(item);
  if (state === "sending") find("progress", node).value = share;
}

function offerAll() {
  const count = items.filter(({ state }) => state === "ready").length;
  const all = find("#publish-all");
  all.hidden = count < 2;
  all.textContent = say("publish-all", { count });
}

find("#publish-all").addEventListener("click", publishAll);
setInterval(() => items.filter(({ state }) => state === "reading").forEach(draw), 1000);
