// Gives the element what the address of the frame says: /embed?mode=extractive&report-ids=a,b&heading=…#key=…
// The key stands behind "#", which no browser sends to a server and no log keeps.
(() => {
  "use strict";
  const chat = document.querySelector("hoidap-chat");
  const given = new URLSearchParams(location.search);
  for (const name of ["mode", "report-ids", "heading", "placeholder", "questions"]) {
    if (given.has(name)) chat.setAttribute(name, given.get(name));
  }
  const key = new URLSearchParams(location.hash.slice(1)).get("key");
  if (key) chat.setAttribute("key", key);
})();
