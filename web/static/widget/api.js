/** The chat's public API over HTTP. It keeps nothing; it says plainly whether the server refused or was not reached. */

export class Refused extends Error {
  constructor(status, code, retryAfter) {
    super(`the server answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export class Unreachable extends Error {}

const PATIENCE = 20_000;

export class Api {
  constructor(server, key) {
    this.server = server;
    this.key = key;
  }

  setup(language) {
    return this.#json(`/chat/v1/${encodeURIComponent(this.key)}/setup?lang=${encodeURIComponent(language)}`, {});
  }

  open(language) {
    return this.#json(`/chat/v1/${encodeURIComponent(this.key)}/conversations`, { body: { language } });
  }

  transcript({ conversation, token }) {
    return this.#json(`/chat/v1/conversations/${encodeURIComponent(conversation)}`, { token });
  }

  say({ conversation, token }, message) {
    const path = `/chat/v1/conversations/${encodeURIComponent(conversation)}/messages`;
    return this.#json(path, { token, body: message });
  }

  /** The answer of the event stream, its body still to be read; ``signal`` ends it. */
  async events({ conversation, token }, last, signal) {
    const headers = { Accept: "text/event-stream", Authorization: `Bearer ${token}` };
    if (last) headers["Last-Event-ID"] = String(last);
    const path = `/chat/v1/conversations/${encodeURIComponent(conversation)}/events`;
    return this.#fetch(path, { headers, signal, cache: "no-store" });
  }

  async #json(path, { token, body }) {
    const headers = { Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    const answer = await this.#fetch(path, {
      method: body ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text().catch(() => "");
    try {
      return text ? JSON.parse(text) : {};
    } catch {
      throw new Unreachable("the answer was cut short");
    }
  }

  async #fetch(path, options) {
    let answer;
    try {
      answer = await fetch(this.server + path, { credentials: "omit", ...options });
    } catch (problem) {
      throw new Unreachable(problem.message);
    }
    if (answer.ok) return answer;
    const { code = "" } = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, code, Number(answer.headers.get("Retry-After")) || null);
  }
}
