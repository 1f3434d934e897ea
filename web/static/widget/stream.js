/** Follows a conversation's server-sent events over fetch, so that the token stays in a header; comes back by itself
    after a break, after sleep and when the network returns, from the last event that was seen. */

import { Refused } from "./api.js";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const SILENCE = 45_000;
const FINAL = new Set([401, 403, 404]);

/** Cuts a stream of text into events as the standard says: ``{id, name, text}``. */
export class EventReader {
  #rest = "";
  #event = { id: null, name: "message", lines: [] };

  *read(text) {
    this.#rest += text;
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    for (const line of lines) {
      if (line !== "") this.#take(line);
      else if (this.#event.lines.length) yield this.#finish();
    }
  }

  #take(line) {
    if (line.startsWith(":")) return;
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.#event.lines.push(value);
    if (field === "event") this.#event.name = value;
    if (field === "id") this.#event.id = value;
  }

  #finish() {
    const { id, name, lines } = this.#event;
    this.#event = { id: null, name: "message", lines: [] };
    return { id, name, text: lines.join("\n") };
  }
}

export class Stream {
  #stop = null;
  #heard = 0;
  #fed = false;

  /** ``open(last, signal)`` gives the answer to read; ``onevent(name, body, sequence)``; ``onstate`` is told "open",
      "waiting" or "refused" with the status. */
  constructor({ open, last, onevent, onstate }) {
    Object.assign(this, { open, last, onevent, onstate });
  }

  get running() {
    return this.#stop !== null;
  }

  start() {
    if (this.#stop) return;
    this.#stop = new AbortController();
    this.#follow(this.#stop);
  }

  stop() {
    this.#stop?.abort();
    this.#stop = null;
  }

  /** After sleep a connection may look open and be dead: begin anew unless something came a moment ago. */
  wake() {
    if (this.#stop && Date.now() - this.#heard < SILENCE / 2) return;
    this.stop();
    this.start();
  }

  async #follow(stop) {
    let pause = FIRST_PAUSE;
    while (!stop.signal.aborted) {
      this.#fed = false;
      try {
        await this.#connect(stop);
      } catch (problem) {
        if (stop.signal.aborted) return;
        if (problem instanceof Refused && FINAL.has(problem.status)) {
          this.stop();
          this.onstate("refused", problem.status);
          return;
        }
      }
      if (stop.signal.aborted) return;
      pause = this.#fed ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      this.onstate("waiting");
      await rest(pause * (0.75 + Math.random() / 2), stop.signal);
    }
  }

  async #connect(stop) {
    const attempt = new AbortController();
    const end = () => attempt.abort();
    stop.signal.addEventListener("abort", end, { once: true });
    this.#heard = Date.now();
    const watch = setInterval(() => Date.now() - this.#heard > SILENCE && end(), 5_000);
    try {
      const answer = await this.open(this.last, attempt.signal);
      this.onstate("open");
      await this.#read(answer.body.pipeThrough(new TextDecoderStream()).getReader());
    } finally {
      clearInterval(watch);
      stop.signal.removeEventListener("abort", end);
    }
  }

  async #read(reader) {
    const events = new EventReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      this.#heard = Date.now();
      this.#fed = true;
      for (const event of events.read(value)) this.#hand(event);
    }
  }

  #hand({ id, name, text }) {
    const sequence = id === null ? null : Number(id);
    if (sequence && this.last && sequence <= this.last) return;
    if (sequence) this.last = sequence;
    let body = {};
    try {
      body = text ? JSON.parse(text) : {};
    } catch {
      return;
    }
    this.onevent(name, body, sequence);
  }
}

function rest(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const now = () => (clearTimeout(timer), resolve());
    signal.addEventListener("abort", now, { once: true });
    globalThis.addEventListener("online", now, { once: true });
  });
}
