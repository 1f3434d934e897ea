/** One conversation with the server: opens it, sends, follows its events, and tells a listener what happened.
    It knows nothing of how things look. */

import { Refused, Unreachable } from "./api.js";
import { Stream } from "./stream.js";

const GREETING = 1;

/** A failure in the words of the page: which sentence to show, and whether sending again can help. */
export function describe(problem) {
  if (problem instanceof Unreachable) return { key: "widget-error-unreachable", again: true };
  if (!(problem instanceof Refused)) return { key: "widget-error-server", again: true };
  const known = {
    403: { key: "widget-error-origin", again: false },
    404: { key: "widget-error-unknown", again: false },
    409: { key: "widget-error-busy", again: true },
    413: { key: "widget-error-long", again: false, back: true },
    422: { key: "widget-error-unreadable", again: false, back: true },
    429: { key: "widget-error-often", again: true, after: problem.retryAfter },
  };
  if (problem.code === "origin_refused") return known[403];
  return known[problem.status] || { key: "widget-error-server", again: true };
}

export class Conversation {
  #stream = null;
  #opening = null;
  #reading = false;

  /** ``listener``: ``event(kind, body, {live, news, at})``, where ``news`` came since this browser last listened, ``sending(message)``, ``sent(id)``, ``failed(message, why)``,
      ``expired(message)``, ``link(state)``. */
  constructor({ api, memory, listener }) {
    this.api = api;
    this.memory = memory;
    this.listener = listener;
  }

  /** Shows what was said before, if anything, and follows from there; false when it could not be read. */
  async resume() {
    const place = this.memory.place;
    if (!place) return true;
    this.#reading = true;
    try {
      const { events } = await this.api.transcript(place);
      const heard = Math.max(this.memory.get("last") ?? 0, GREETING);
      for (const { sequence, kind, at, body } of events) {
        this.listener.event(kind, body, { live: false, news: sequence > heard, at });
        this.memory.keep({ last: sequence });
      }
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) {
        this.forget();
        this.listener.expired(null);
        return true;
      }
      this.listener.link("waiting");
      return false;
    } finally {
      this.#reading = false;
    }
    this.follow();
    return true;
  }

  follow() {
    const place = this.memory.place;
    if (!place || this.#stream?.running) return;
    this.#stream = new Stream({
      last: this.memory.get("last"),
      open: (last, signal) => this.api.events(place, last, signal),
      onevent: (name, body, sequence) => this.#hear(name, body, sequence),
      onstate: (state, status) => this.#linkIs(state, status),
    });
    this.#stream.start();
  }

  rest() {
    this.#stream?.stop();
  }

  wake() {
    if (this.#stream) this.#stream.wake();
    else if (!this.#reading) this.follow();
  }

  /** Sends ``{id, text}`` or ``{id, choice, label}``; safe to call again with the same id. */
  async send(message, language) {
    this.listener.sending(message);
    try {
      const place = await this.#place(language);
      const said = message.choice ? { choice: message.choice } : { text: message.text };
      await this.api.say(place, { client_message_id: message.id, ...said });
      this.listener.sent(message.id);
      this.follow();
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) {
        this.forget();
        this.listener.expired(message);
      } else {
        this.listener.failed(message, describe(problem));
      }
    }
  }

  /** Leaves this conversation; the next message opens another. */
  forget() {
    this.rest();
    this.#stream = null;
    this.#opening = null;
    this.memory.keep({ conversation: null, token: null, last: null });
  }

  /** Two quick messages open one conversation, not two. */
  async #place(language) {
    if (this.memory.place) return this.memory.place;
    this.#opening ??= this.api.open(language);
    try {
      const { conversation_id: conversation, token } = await this.#opening;
      if (!this.memory.place) this.memory.keep({ conversation, token, last: null });
      return this.memory.place;
    } finally {
      this.#opening = null;
    }
  }

  #hear(name, body, sequence) {
    if (sequence) this.memory.keep({ last: sequence });
    this.listener.link("open");
    this.listener.event(name, body, { live: true, news: true, at: null });
  }

  #linkIs(state, status) {
    if (state !== "refused") {
      this.listener.link(state);
    } else if (status === 401) {
      this.forget();
      this.listener.expired(null);
    } else {
      this.listener.link("refused");
    }
  }
}
