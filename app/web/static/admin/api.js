// Asks the API for what the page does, with the key that was typed, if one was. Knows no elements of the page.
import { say } from "./words.js";

const HANDED = "hoidap:handed";
const REPORTS = "/api/v1/reports";
const language = document.documentElement.lang;

// The key lives in this module alone: no cookie that the browser would send along with what another page asks, nothing
// that the scripts of the chat could read. Only a change of language hands it on, to the very next page of this tab.
let key = handed();

function handed() {
  try {
    const given = sessionStorage.getItem(HANDED) ?? "";
    sessionStorage.removeItem(HANDED);
    return given;
  } catch {
    return "";
  }
}

export function handOn() {
  try {
    if (key) sessionStorage.setItem(HANDED, key);
  } catch {
    // The other page asks for it again.
  }
}

export const useKey = (given) => {
  key = given.trim();
};

// Why something was not done. kind: "key" (none that is good), "busy", "lost", "refused"; the message is for the user.
export class Refusal extends Error {
  constructor(kind, message, { seconds = 0, status = 0 } = {}) {
    super(message);
    Object.assign(this, { kind, seconds, status });
  }
}

const lost = () => new Refusal("lost", say("lost"));

function refusal(status, retryAfter, text) {
  let problem = {};
  try {
    problem = JSON.parse(text) ?? {};
  } catch {
    // Something before the service answered, a proxy for example.
  }
  const seconds = Number(retryAfter) || 0;
  const told = problem.detail ?? say("odd", { status: String(status) });
  if (status === 401 || status === 403) return new Refusal("key", told, { status });
  if (seconds && [409, 429, 503].includes(status)) return new Refusal("busy", say("busy", { seconds }), { seconds, status });
  return new Refusal("refused", told, { status });
}

function headers() {
  const all = { Accept: "application/json", "Accept-Language": language };
  if (key) all.Authorization = `Bearer ${key}`;
  return all;
}

// With a key of our own the browser adds none of its own, and does not ask its user when ours is wrong.
const credentials = () => (key ? "omit" : "same-origin");

async function ask(path, { method = "GET", json, signal } = {}) {
  const options = { method, headers: headers(), credentials: credentials(), cache: "no-store", signal };
  if (json !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(json);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw lost();
  }
  if (!response.ok) throw refusal(response.status, response.headers.get("Retry-After"), await response.text());
  return response;
}

// XMLHttpRequest, since fetch does not tell how much of a body has been sent.
function upload(path, form, { onSent = () => {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => onSent(event.loaded / event.total));
    request.addEventListener("load", () => {
      if (request.status >= 400) return reject(refusal(request.status, request.getResponseHeader("Retry-After"), request.responseText));
      try {
        resolve(JSON.parse(request.responseText));
      } catch {
        reject(new Refusal("refused", say("odd", { status: String(request.status) })));
      }
    });
    request.addEventListener("error", () => reject(lost()));
    request.addEventListener("abort", () => reject(new Refusal("stopped", "")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

const address = (id, rest = "") => `${REPORTS}/${encodeURIComponent(id)}${rest}`;

export async function allowed() {
  try {
    return (await (await ask("/admin/reports/allowed")).json()).allowed === true;
  } catch (refused) {
    if (refused.kind === "key") return null; // the key is none, which is not the same as one without the right
    throw refused;
  }
}

export const reports = async () => (await (await ask(REPORTS)).json()).reports;

function body(file, fields = {}) {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

// Reads a file on the server and tells what was recognised; nothing changes.
export const preview = (file, { replace, ...options }) => upload(`${REPORTS}?preview=true&replace=${replace}`, body(file), options);

export const publish = (file, corrections, { replace }) =>
  upload(`${REPORTS}?replace=${replace}`, body(file, { corrections: JSON.stringify(corrections) }));

export const correct = (id, corrections) => ask(address(id), { method: "PATCH", json: corrections });
export const remove = (id) => ask(address(id), { method: "DELETE" });

// The file as it was sent, with its name. It is fetched, since a link would not carry the key.
export async function original(id) {
  const response = await ask(address(id, "/original"));
  const named = /filename\*=utf-8''([^;]+)/i.exec(response.headers.get("Content-Disposition") ?? "");
  return { name: named ? decodeURIComponent(named[1]) : id, data: await response.blob() };
}
