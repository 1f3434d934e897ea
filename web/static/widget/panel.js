/** The frame of the chat: launcher, head, banner, log and composer. It holds the elements and how they open, close and
    take focus; what is said in them is decided elsewhere. */

import { icon, make } from "./make.js";

const FULL_SCREEN = matchMedia("(max-width: 480px), (max-height: 480px)");
const TOUCH = matchMedia("(pointer: coarse)");

export class Panel {
  /** ``acts``: ``open() close() send(text) person() renew() language(code) typed(text)``. */
  constructor(root, acts) {
    this.acts = acts;
    this.launcher = make("button", { type: "button", class: "launcher", "aria-expanded": "false", onclick: () => acts.open() }, icon("chat"));
    this.badge = make("span", { class: "badge", hidden: true });
    this.launcher.append(this.badge);
    this.#makeHead();
    this.banner = make("div", { class: "banner", role: "status", hidden: true });
    this.log = make("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", tabindex: "0" });
    this.later = make("button", { type: "button", class: "later", hidden: true }, icon("down"), make("span"));
    this.#makeComposer();
    this.frame = make("section", { class: "panel", role: "dialog", hidden: true, onkeydown: (event) => this.#keys(event) });
    this.frame.append(this.head, this.strip, this.banner, make("div", { class: "stage" }, this.log, this.later), this.composer);
    root.append(this.launcher, this.frame);
    this.#fitKeyboard();
  }

  get isOpen() {
    return !this.frame.hidden;
  }

  get hasFocus() {
    return this.frame.contains(this.frame.getRootNode().activeElement);
  }

  /** Without the server's words there is nothing to write to: only what went wrong and the way out. */
  usable(yes) {
    this.composer.hidden = !yes;
    this.renewing.hidden = !yes;
    this.strip.hidden ||= !yes;
  }

  open() {
    this.frame.hidden = false;
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    this.frame.setAttribute("aria-modal", String(FULL_SCREEN.matches));
    this.showUnread(0);
    this.focus();
  }

  close() {
    this.frame.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
  }

  /** To the field, but on a touch screen to the log: a keyboard that springs up hides what was just said. */
  focus() {
    const target = TOUCH.matches ? this.log : this.field;
    target.focus({ preventScroll: true });
  }

  /** A field inside the talk takes over while the person is not in the middle of typing. */
  focusInTalk(selector) {
    const fields = this.log.querySelectorAll(selector);
    if (this.isOpen && !this.field.value && fields.length) fields[fields.length - 1].focus({ preventScroll: true });
  }

  /** The merchant's name and all labels, in the language of ``words``. */
  label({ shop, languages, words, language }) {
    this.frame.lang = this.launcher.lang = language;
    this.frame.setAttribute("aria-label", words("widget-title"));
    this.name.textContent = shop || words("widget-title");
    this.mark.textContent = (shop || "?").trim().charAt(0).toUpperCase();
    for (const [button, key] of [[this.launcher, "widget-open"], [this.closing, "widget-close"], [this.renewing, "widget-renew"], [this.sending, "widget-send"]]) {
      button.setAttribute("aria-label", words(key));
      button.title = words(key);
    }
    this.person.lastChild.textContent = words("widget-talk-to-person");
    this.later.lastChild.textContent = words("widget-newer");
    this.field.setAttribute("aria-label", words("widget-field"));
    this.field.placeholder = words("widget-field");
    this.log.setAttribute("aria-label", words("widget-log"));
    this.languages.setAttribute("aria-label", words("widget-language"));
    this.languages.replaceChildren(...languages.map((code) => make("option", { value: code, selected: code === language }, code.toUpperCase())));
    this.languages.hidden = languages.length < 2;
  }

  showRole(text) {
    this.role.textContent = text;
  }

  /** One line under the head; empty text takes it away. */
  showBanner(text, ...buttons) {
    this.banner.hidden = !text;
    this.banner.replaceChildren(...(text ? [make("p", {}, text), ...buttons] : []));
  }

  showUnread(count, label = "") {
    this.badge.hidden = !count;
    this.badge.textContent = count ? String(Math.min(count, 9)) : "";
    if (label) this.launcher.setAttribute("aria-label", label);
  }

  fill(text) {
    this.field.value = text;
    this.#grow();
  }

  #makeHead() {
    const { acts } = this;
    const tool = (name, run) => make("button", { type: "button", class: "tool", onclick: run }, icon(name));
    this.mark = make("span", { class: "mark", "aria-hidden": "true" });
    this.name = make("h2");
    this.role = make("p", { class: "role" });
    this.languages = make("select", { class: "tool", onchange: (event) => acts.language(event.target.value) });
    this.renewing = tool("renew", () => acts.renew());
    this.closing = tool("close", () => acts.close());
    this.person = make("button", { type: "button", class: "to-person", onclick: () => acts.person() }, icon("person"), make("span"));
    const names = make("div", { class: "names" }, this.name, this.role);
    this.head = make("div", { class: "head" }, this.mark, names, this.languages, this.renewing, this.closing);
    this.strip = make("div", { class: "strip" }, this.person);
  }

  #makeComposer() {
    this.field = make("textarea", { rows: "1", maxlength: "4000", autocomplete: "off", enterkeyhint: "send" });
    this.sending = make("button", { type: "submit", class: "send", disabled: true }, icon("send"));
    this.composer = make("form", { class: "composer" }, this.field, this.sending);
    const send = () => {
      const text = this.field.value.trim();
      if (!text) return;
      this.fill("");
      this.acts.send(text);
    };
    this.composer.addEventListener("submit", (event) => (event.preventDefault(), send(), this.field.focus()));
    this.field.addEventListener("input", () => this.#grow());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 132)}px`;
    this.sending.disabled = !this.field.value.trim();
    this.acts.typed(this.field.value);
  }

  #keys(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.acts.close();
    }
    if (event.key !== "Tab" || !FULL_SCREEN.matches) return;
    const stops = [...this.frame.querySelectorAll("button, select, textarea, input, a[href], [tabindex='0'], summary")].filter(
      (stop) => !stop.disabled && stop.offsetParent,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (this.frame.getRootNode().activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }

  /** On phones the keyboard covers the page without resizing it: the panel keeps to what can be seen. */
  #fitKeyboard() {
    const seen = globalThis.visualViewport;
    const fit = () => {
      this.frame.style.setProperty("--seen-height", `${seen.height}px`);
      this.frame.style.setProperty("--seen-top", `${seen.offsetTop}px`);
    };
    seen?.addEventListener("resize", fit);
    seen?.addEventListener("scroll", fit);
  }
}
