// Starts the page: lets the visitor in, takes files by dialog or by dropping them, ties the parts together.
import * as api from "./api.js";
import { find } from "./parts.js";
import * as queue from "./queue.js";
import { preview } from "./review.js";
import * as shelf from "./shelf.js";
import { say } from "./words.js";

const enter = find("#enter");
const desk = find("#desk");
const drop = find("#drop");

function askForKey(problem) {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  enter.hidden = false;
  find("#key-problem").textContent = problem;
  find("#key").value = "";
  find("#key").focus();
}

async function letIn({ typed }) {
  try {
    const allowed = await api.allowed();
    find(".opening").hidden = true;
    if (!allowed) return askForKey(typed ? say(allowed === null ? "key-wrong" : "key-no-right") : "");
    enter.hidden = true;
    desk.hidden = false;
    await shelf.load();
    queue.work();
    if (typed) find("#main").focus();
  } catch (problem) {
    if (!(problem instanceof api.Refusal)) throw problem;
    find(".opening").textContent = problem.message;
    setTimeout(() => letIn({ typed }), 3000);
  }
}

const refused = () => askForKey(say("key-again"));

enter.addEventListener("submit", (event) => {
  event.preventDefault();
  api.useKey(find("#key").value);
  letIn({ typed: true });
});

find("#choose").addEventListener("click", () => find("#files").click());
find("#files").addEventListener("change", ({ target }) => {
  queue.add(target.files);
  target.value = "";
});

// The whole page takes files, so that one dropped beside the field is not opened by the browser instead.
const files = (event) => event.dataTransfer?.types.includes("Files") && !desk.hidden && !find("dialog[open]");
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = files(event) ? "copy" : "none";
    drop.classList.toggle("over", files(event));
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  drop.classList.remove("over");
  if (files(event)) queue.add(event.dataTransfer.files);
});

queue.listen({
  review: (item) => preview(item, { go: () => queue.publish(item), discard: () => queue.discard(item) }),
  changed: shelf.load,
  keyNeeded: refused,
});
shelf.listen(refused);

find("#tongue").addEventListener("click", api.handOn);
window.addEventListener("beforeunload", (event) => {
  if (queue.unfinished()) event.preventDefault();
});
function connection(there) {
  find("#lost").textContent = there ? "" : say("lost");
  find("#lost").classList.toggle("shown", !there);
}
window.addEventListener("offline", () => connection(false));
window.addEventListener("online", () => connection(true));
letIn({ typed: false });
