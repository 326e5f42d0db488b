// <hoidap-chat>: asks, streams, shows citations with their quotes. All text is set as text, never as HTML.
(() => {
  "use strict";
  const SAY = {}; /*sentences*/
  const STYLE = ""; /*style*/
  const HOME = new URL(document.currentScript.src).origin;
  const TURNS = 20;
  const BODY_LIMIT = 60000; // bytes; the server takes 64 KiB

  const make = (tag, options = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== undefined) node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  };

  const placed = ({ label, report_name: report }) => report ? `${label}, ${report}` : label;

  // Offsets of the API count characters; a string of JavaScript counts some characters twice.
  const cut = (characters, start, end) => characters.slice(start, end).join("");

  // The lines of a text as offsets [start, end); those of a Markdown table together as rows of cells.
  const blocks = (characters) => {
    const lines = [];
    for (let start = 0, at = 0; at <= characters.length; at++) {
      if (at < characters.length && characters[at] !== "\n") continue;
      lines.push([start, at, cut(characters, start, at)]);
      start = at + 1;
    }
    const cells = ([start, , text]) => {
      let position = start + 1;
      return Array.from(text).slice(1, -1).join("").split("|").map((cell) => {
        const from = position + Array.from(cell).length - Array.from(cell.trimStart()).length;
        position += Array.from(cell).length + 1;
        return [from, from + Array.from(cell.trim()).length];
      });
    };
    const isRow = (line) => line && /^\|.*\|$/.test(line[2]);
    const found = [];
    for (let at = 0; at < lines.length; at++) {
      if (isRow(lines[at]) && lines[at + 1] && /^\|(?: ?:?-{3,}:? ?\|)+$/.test(lines[at + 1][2])) {
        const rows = [cells(lines[at])];
        for (at += 2; isRow(lines[at]); at++) rows.push(cells(lines[at]));
        found.push({ cells: rows });
        at--;
      } else if (lines[at][2]) found.push({ line: lines[at].slice(0, 2) });
    }
    return found;
  };

  const sendable = (question, history, options) => {
    let turns = history.slice(-TURNS);
    const body = () => JSON.stringify({ question, history: turns, ...options });
    while (turns.length && new TextEncoder().encode(body()).length > BODY_LIMIT) turns = turns.slice(2);
    return body();
  };

  async function* events(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block);
        const data = /^data: (.*)$/m.exec(block);
        if (name && data) yield [name[1], JSON.parse(data[1])];
      }
    }
  }

  class HoidapChat extends HTMLElement {
    #history = [];
    #running = null;
    #log; #form; #box; #button;

    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      const heading = this.getAttribute("heading") || this.#say("title");
      this.#log = make("div", { class: "log", role: "log", "aria-label": this.#say("log"), tabindex: "0", part: "log" });
      this.#box = make("textarea", { id: "box", rows: "1", maxlength: "2000", enterkeyhint: "send", placeholder: this.getAttribute("placeholder") || this.#say("placeholder") });
      this.#button = make("button", { type: "submit" }, this.#say("send"));
      this.#form = make("form", { part: "form" }, make("label", { for: "box", class: "hidden" }, this.#say("question")), this.#box, this.#button);
      this.#form.addEventListener("submit", (event) => { event.preventDefault(); this.#sent(); });
      this.#box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        if (!this.#running) this.#sent();
      });
      root.addEventListener("keydown", (event) => { if (event.key === "Escape" && this.#running) this.#running.abort(); });
      root.append(make("section", { class: "frame", part: "frame", lang: this.#language, "aria-label": heading },
        make("header", { part: "header" }, make("h2", {}, heading), make("button", { type: "button", onclick: () => this.clear() }, this.#say("new"))),
        this.#log, this.#form));
      this.#welcome();
    }

    disconnectedCallback() { this.#running?.abort(); }

    get #language() {
      const wanted = this.getAttribute("lang") || this.closest("[lang]")?.getAttribute("lang") || "vi";
      return wanted.toLowerCase().startsWith("en") ? "en" : "vi";
    }

    #say(key, values = {}) {
      const sentence = SAY[key][this.#language];
      return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
    }

    get #home() { return new URL(this.getAttribute("base") || HOME).origin; }

    #post(path, body, accept, signal) {
      const headers = { "Content-Type": "application/json", Accept: accept, "Accept-Language": this.#language };
      if (this.getAttribute("key")) headers.Authorization = `Bearer ${this.getAttribute("key")}`;
      return fetch(this.#home + path, { method: "POST", headers, body, signal, credentials: "omit" });
    }

    #welcome() {
      const questions = (this.getAttribute("questions") || "").split("|").map((text) => text.trim()).filter(Boolean);
      this.#log.append(make("p", { class: "welcome" }, this.#say("welcome")));
      if (questions.length) this.#log.append(this.#asking(questions));
    }

    /** Forgets the conversation. */
    clear() {
      this.#running?.abort();
      this.#history = [];
      this.#log.replaceChildren();
      this.#welcome();
      this.#box.focus();
    }

    #sent() {
      if (this.#running) return this.#running.abort();
      const question = this.#box.value.trim();
      if (!question) return this.#box.focus();
      this.#box.value = "";
      this.ask(question);
    }

    /** Asks a question as if it had been typed; does nothing while another is being answered. */
    async ask(question) {
      if (this.#running) return;
      const answer = make("div", { class: "answer", part: "answer", "aria-busy": "true" }, make("p", { class: "waiting" }, this.#say("waiting")));
      const exchange = make("article", { class: "exchange" }, make("p", { class: "question", part: "question" }, question), answer);
      if (this.#history.length) this.#log.querySelectorAll(".next").forEach((old) => old.remove());
      else this.#log.replaceChildren();
      this.#log.append(exchange);
      this.#log.scrollTop = this.#log.scrollHeight;
      this.#busy(new AbortController());
      const before = [...this.#history];
      try {
        const final = await this.#stream(question, before, exchange, answer);
        if (!final) throw new Error(this.#say("cut-off"));
        answer.append(this.#rating(question, before, final));
      } catch (error) {
        this.#failed(question, answer, error);
      } finally {
        answer.removeAttribute("aria-busy");
        this.#busy(null);
      }
    }

    // Scrolls the conversation alone: scrollIntoView would move the page around it as well.
    #reveal(node) {
      const [seen, shown] = [this.#log.getBoundingClientRect(), node.getBoundingClientRect()];
      const above = shown.top - seen.top - 12, below = shown.bottom - seen.bottom + 12;
      if (above < 0 || shown.height > seen.height) this.#log.scrollTop += above;
      else if (below > 0) this.#log.scrollTop += Math.min(below, above);
    }

    #busy(running) {
      this.#running = running;
      this.#button.textContent = this.#say(running ? "stop" : "send");
      this.#button.classList.toggle("stop", Boolean(running));
    }

    async #stream(question, history, exchange, answer) {
      const options = { mode: this.getAttribute("mode") || "auto" };
      const reports = (this.getAttribute("report-ids") || "").split(",").map((id) => id.trim()).filter(Boolean);
      if (reports.length) options.report_ids = reports;
      const response = await this.#post("/api/v1/ask", sendable(question, history, options), "text/event-stream", this.#running.signal);
      if (!response.ok) throw new Error((await response.json().catch(() => ({}))).detail || this.#say("failed"));
      let text = "", final = null;
      try {
        for await (const [name, data] of events(response)) {
          if (name === "delta" && !final) {
            text = data.afresh ? data.text : text + data.text;
            answer.replaceChildren(this.#text({ answer: text, citations: [], decisive: [] }));
          } else if (name === "answer") {
            final = data;
            this.#show(final, question, answer);
            this.#reveal(exchange);
            this.#history = [...history, { role: "user", content: question }, { role: "assistant", content: final.answer }];
            this.dispatchEvent(new CustomEvent("hoidap-answer", { detail: final, bubbles: true, composed: true }));
          } else if (name === "error") throw new Error(data.detail);
        }
      } catch (error) {
        // The quoted answer stays good where only its wording anew did not come.
        if (!final) throw error;
      }
      return final;
    }

    #failed(question, answer, error) {
      if (!this.isConnected) return;
      const stopped = error.name === "AbortError";
      // fetch itself fails with words of the browser, which tell a reader nothing.
      const reason = error instanceof TypeError ? this.#say("unreachable") : error.message;
      answer.replaceChildren(make("p", stopped ? { class: "note" } : { role: "alert" }, stopped ? this.#say("stopped") : reason));
      answer.classList.toggle("failure", !stopped);
      if (!this.#box.value) this.#box.value = question;
    }

    #show(data, question, answer) {
      const parts = [];
      if (data.standalone_question && data.standalone_question !== question) parts.push(make("p", { class: "note" }, this.#say("understood", { question: data.standalone_question })));
      const sources = new Map(data.citations.map((citation) => [citation.marker, this.#source(citation, `[${citation.marker}] `)]));
      parts.push(this.#text(data, sources));
      if (data.answerable && data.mode === "generative") parts.push(make("p", { class: "note" }, this.#say("reworded")));
      if (sources.size) parts.push(make("h3", {}, this.#say("sources")), make("ol", { class: "sources" }, ...sources.values()));
      if (data.nearest.length) parts.push(make("h3", {}, this.#say("nearest")), make("ul", { class: "sources" }, ...data.nearest.map((near) => this.#source(near, ""))));
      if (data.suggestions.length) parts.push(make("div", { class: "next" }, make("h3", {}, this.#say("suggestions")), this.#asking(data.suggestions)));
      answer.replaceChildren(...parts);
    }

    #text({ answer, citations, decisive }, sources = new Map()) {
      const characters = Array.from(answer);
      const shown = decisive.map(({ start, end }) => [start, end, make("strong", {}, cut(characters, start, end))]);
      for (const match of answer.matchAll(/\[(\d{1,3})\]/g)) {
        const start = Array.from(answer.slice(0, match.index)).length;
        const citation = citations.find(({ marker }) => marker === Number(match[1]));
        if (citation) shown.push([start, start + match[0].length, this.#mark(citation, sources.get(citation.marker))]);
      }
      shown.sort((left, right) => left[0] - right[0]);
      // What stands in a line or a cell: its words, and the marks and bold words among them.
      const filled = (tag, from, to, options = {}) => {
        const node = make(tag, options);
        let position = from;
        for (const [start, end, inner] of shown) {
          if (start < from || end > to) continue;
          node.append(cut(characters, position, start), inner);
          position = end;
        }
        node.append(cut(characters, position, to));
        return node;
      };
      const parts = blocks(characters).map((block) => block.cells ? this.#table(block.cells, filled) : filled("p", ...block.line));
      return make("div", { class: "text" }, ...parts);
    }

    #table([head, ...rows], filled) {
      const line = (cells, first) => make("tr", {}, ...cells.map((cell, at) => at && first === "row" ? filled("td", ...cell) : filled("th", ...cell, { scope: first })));
      return make("table", {}, make("thead", {}, line(head, "col")), make("tbody", {}, ...rows.map((row) => line(row, "row"))));
    }

    #mark(citation, source) {
      const button = make("button", { type: "button", class: "mark", "aria-expanded": "false", "aria-label": this.#say("citation", { ...citation, label: placed(citation) }), title: citation.quote }, `[${citation.marker}]`);
      button.addEventListener("click", () => {
        const open = button.getAttribute("aria-expanded") !== "true";
        const answer = button.closest(".answer");
        answer.querySelectorAll(".active").forEach((other) => other.classList.remove("active"));
        answer.querySelectorAll(".mark").forEach((other) => other.setAttribute("aria-expanded", String(open && other.textContent === button.textContent)));
        source.classList.toggle("active", open);
        if (open) this.#reveal(source);
      });
      return button;
    }

    #source(place, sign) {
      const link = make("a", { class: "place", href: this.#home + place.url, target: "_blank", rel: "noopener", title: this.#say("open") }, sign + placed(place));
      return make("li", {}, link, make("blockquote", { cite: this.#home + place.url }, place.quote));
    }

    #asking(questions) {
      return make("div", { class: "suggestions" }, ...questions.map((text) => make("button", { type: "button", onclick: () => this.ask(text) }, text)));
    }

    #rating(question, history, final) {
      const rate = async (button, rating, reason) => {
        const of = { report_id: (final.citations[0] || final.nearest[0] || {}).report_id || "", history: history.slice(-TURNS) };
        const body = { answer_id: final.answer_id, rating, reason, question, standalone_question: final.standalone_question, answer: final.answer, ...of };
        const response = await this.#post("/api/v1/feedback", JSON.stringify(body), "application/json").catch(() => null);
        const kept = Boolean(response && response.ok);
        told.textContent = this.#say(kept ? "thanks" : "not-kept");
        if (!kept) return;
        bar.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === button || (rating < 0 && other === wrong))));
        if (rating < 0 && !reason) told.after(...["wrong-figure", "wrong-source", "incomplete", "off-question"].map((code) => {
          const why = make("button", { type: "button", "aria-pressed": "false" }, this.#say(code));
          why.addEventListener("click", () => rate(why, -1, code));
          return why;
        }));
        this.#reveal(bar);
      };
      const told = make("span", { role: "status" }, this.#say("rate"));
      const right = make("button", { type: "button", "aria-pressed": "false" }, this.#say("right"));
      const wrong = make("button", { type: "button", "aria-pressed": "false" }, this.#say("wrong"));
      right.addEventListener("click", () => { bar.replaceChildren(told, right, wrong); rate(right, 1); });
      wrong.addEventListener("click", () => { bar.replaceChildren(right, wrong, told); rate(wrong, -1); });
      const bar = make("div", { class: "rating" }, told, right, wrong);
      return bar;
    }
  }

  if (!customElements.get("hoidap-chat")) customElements.define("hoidap-chat", HoidapChat);
})();
