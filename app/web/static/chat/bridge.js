// Runs inside Gradio's HTML component "hd-bridge": passes what the page's script asks for on to the server, and what the
// server tells back to the script. The names "ask", "leave" and "note" are the events that the server listens to.
document.addEventListener("hd-ask", (event) => trigger("ask", { action: event.detail }));
document.addEventListener("hd-leave", (event) => trigger("leave", { action: event.detail }));
document.addEventListener("hd-note", (event) => trigger("note", { action: event.detail }));
document.dispatchEvent(new CustomEvent("hd-bridge"));
watch("value", () => props.value && document.dispatchEvent(new CustomEvent("hd-told", { detail: props.value })));
