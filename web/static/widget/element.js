/** ``<aftercare-chat server key lang data-theme>``: the chat on a shop's page. It opens, closes, greets, speaks a
    language and wears the shop's colour; a page may call ``open()``, ``close()``, ``fill(text)`` and ``restart()``. */

import { Api } from "./api.js";
import { repaired } from "./colour.js";
import { describe } from "./conversation.js";
import { fallbackSetup } from "./fallback.js";
import { make } from "./make.js";
import { Memory } from "./memory.js";
import { Panel } from "./panel.js";
import { Talk, leaveButtons } from "./talk.js";

const HERE = new URL(".", import.meta.url);
const STARTERS = ["widget-start-return", "widget-start-where", "widget-start-problem", "widget-start-question"];
const REST_AFTER = 60_000;
const DARK = matchMedia("(prefers-color-scheme: dark)");

export class AftercareChat extends HTMLElement {
  #words = (key) => this.setup?.words[key] ?? "";
  #shown = false;
  #resting = null;

  connectedCallback() {
    if (this.panel) return;
    const key = this.getAttribute("key") || "";
    this.api = new Api(this.getAttribute("server") || HERE.origin, key);
    this.memory = new Memory(key);
    const wanted = this.getAttribute("lang") || document.documentElement.lang || navigator.language || "en";
    this.language = this.memory.get("language") || wanted.slice(0, 2).toLowerCase();
    this.#draw();
    this.#listenToPage();
    this.ready = this.#begin();
  }

  async open() {
    if (!this.setup) await this.ready;
    if (this.panel.isOpen) return;
    this.panel.open();
    this.memory.keep({ open: true, unread: null });
    this.#showUnread();
    if (this.#shown) this.talk.comeBack();
    else this.#show();
    this.talk.transcript.toEnd();
  }

  close() {
    this.memory.keep({ open: null });
    this.panel.close();
  }

  /** Puts words into the field, ready to be changed or sent. */
  async fill(text) {
    await this.ready;
    await this.open();
    this.panel.fill(text);
    this.panel.field.focus();
  }

  /** Leaves the conversation and shows an empty one. */
  restart() {
    this.#shown = true;
    this.talk.leave();
    this.#greet();
    this.panel.focus();
  }

  #draw() {
    const root = this.attachShadow({ mode: "open" });
    const sheets = ["../tokens.css", "../blocks.css", "widget.css"].map((name) =>
      make("link", { rel: "stylesheet", href: new URL(name, HERE).href }),
    );
    this.style.visibility = "hidden";
    const loaded = sheets.map((sheet) => new Promise((done) => (sheet.onload = sheet.onerror = done)));
    root.append(...sheets);
    this.styled = Promise.all(loaded);
    this.panel = new Panel(root, {
      open: () => this.open(),
      close: () => this.close(),
      send: (text) => this.talk.say({ text }),
      person: () => this.talk.say({ text: this.#words("widget-person-message") }),
      renew: () => this.#askToRenew(),
      language: (code) => this.#changeLanguage(code),
      typed: (text) => this.memory.keep({ draft: text || null }),
    });
    this.talk = new Talk({
      api: this.api,
      memory: this.memory,
      panel: this.panel,
      words: this.#words,
      language: () => this.language,
      unread: () => this.#countUnread(),
    });
  }

  #countUnread() {
    this.memory.keep({ unread: (this.memory.get("unread") ?? 0) + 1 });
    this.#showUnread();
  }

  #showUnread() {
    const count = this.memory.get("unread") ?? 0;
    this.panel.showUnread(count, this.#words(count ? "widget-open-unread" : "widget-open"));
  }

  async #begin() {
    const draft = this.memory.get("draft");
    await this.#speak(this.language);
    await this.styled;
    this.style.visibility = "";
    if (draft) this.panel.fill(draft);
    if (this.memory.get("open")) await this.open();
    else if (this.memory.place && !this.problem) this.#show();
  }

  /** Asks for the labels of a language and puts them on; ``problem`` says why there are none. */
  async #speak(language) {
    try {
      this.setup = await this.api.setup(language);
      this.problem = null;
    } catch (problem) {
      if (this.setup?.shop) {
        this.talk.lost();
        return;
      }
      this.setup = fallbackSetup(language);
      this.problem = describe(problem);
    }
    this.language = this.setup.language || language;
    this.panel.label({ ...this.setup, words: this.#words, language: this.language });
    this.#showUnread();
    this.talk.ownedBy(this.talk.owner);
    this.panel.usable(!this.problem);
    this.#colour();
  }

  async #changeLanguage(code) {
    await this.#speak(code);
    this.memory.keep({ language: this.language });
    if (this.#shown && !this.memory.place) this.restart();
  }

  #show() {
    this.#shown = true;
    if (this.problem) this.#cannotStart();
    else if (this.memory.place) this.talk.resume();
    else this.#greet();
  }

  #cannotStart() {
    const again = async () => {
      this.talk.transcript.clear();
      await this.#speak(this.language);
      this.#show();
    };
    const action = this.problem.again ? { label: this.#words("widget-retry"), run: again } : null;
    this.talk.transcript.addNote(this.#words(this.problem.key), { action, tone: "problem" });
  }

  #greet() {
    const words = { text: this.setup.greeting, spans: [] };
    const blocks = [{ kind: "text", words }];
    this.talk.transcript.addReply({ author: "agent", language: this.language, blocks }, { live: false });
    const start = (text) => {
      this.talk.say({ text });
      this.panel.focus();
    };
    const buttons = STARTERS.map((key) => this.#words(key)).map((text) =>
      make("button", { type: "button", class: "choice", onclick: () => start(text) }, text),
    );
    this.talk.transcript.addElement(make("div", { class: "options starters" }, buttons));
  }

  #askToRenew() {
    if (!this.memory.place) {
      this.restart();
      return;
    }
    const stay = () => (this.panel.showBanner(""), this.panel.focus());
    const buttons = leaveButtons(this.#words, { leave: () => this.restart(), stay });
    this.panel.showBanner(this.#words("widget-renew-ask"), ...buttons);
    buttons[0].focus();
  }

  #colour() {
    const dark = DARK.matches && this.dataset.theme !== "light";
    const brand = repaired(this.setup?.brand, dark ? "dark" : "light");
    if (!brand) return;
    this.style.setProperty("--accent", brand.accent);
    this.style.setProperty("--accent-ink", brand.ink);
    this.style.setProperty("--accent-tint", brand.tint);
  }

  #listenToPage() {
    addEventListener("offline", () => this.talk.lost());
    addEventListener("online", () => this.talk.comeBack());
    addEventListener("pageshow", (event) => event.persisted && this.talk.comeBack());
    document.addEventListener("visibilitychange", () => {
      clearTimeout(this.#resting);
      if (document.hidden) this.#resting = setTimeout(() => this.talk.conversation.rest(), REST_AFTER);
      else if (this.#shown) this.talk.comeBack();
    });
    DARK.addEventListener("change", () => this.#colour());
  }
}
