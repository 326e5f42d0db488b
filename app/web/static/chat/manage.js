// Shows the way to the administrators' page to who may use it; the server decides that anew for everything done there.
import { page } from "./dom.js";

try {
  const answer = await fetch("/admin/reports/allowed");
  page.classList.toggle("may-publish", answer.ok && (await answer.json()).allowed === true);
} catch {
  // The server is away; lost.js tells.
}
