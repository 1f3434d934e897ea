/** What the browser keeps over a reload, per widget key: the conversation and its token, what was typed, the language. */

export class Memory {
  #name;
  #kept = {};

  constructor(key) {
    this.#name = `aftercare:${key}`;
    try {
      this.#kept = JSON.parse(localStorage.getItem(this.#name)) || {};
    } catch {
      this.#kept = {};
    }
  }

  get(name) {
    return this.#kept[name] ?? null;
  }

  /** Keeps the values; null forgets one. Without storage (private windows) they last as long as the page. */
  keep(values) {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) delete this.#kept[name];
      else this.#kept[name] = value;
    }
    try {
      localStorage.setItem(this.#name, JSON.stringify(this.#kept));
    } catch {
      // The page's own copy stands.
    }
  }

  get place() {
    const conversation = this.get("conversation");
    const token = this.get("token");
    return conversation && token ? { conversation, token } : null;
  }
}
