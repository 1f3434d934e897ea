/** What was said, top to bottom: adds events, marks what was sent or not, and keeps the reader's place. */

import { renderBlocks } from "./blocks.js";
import { closeChoices, markChosen, reopenChoices } from "./choices.js";
import { closeCode } from "./code.js";
import { icon, make } from "./make.js";

const NEAR = 96;

export class Transcript {
  #log;
  #context;
  #typing = null;
  #draft = null;
  #author = null;
  #onbehind;

  /** ``context`` as for blocks, plus ``retry(message)``; ``onbehind(away)`` tells whether newer words are out of sight. */
  constructor(log, context, onbehind) {
    this.#log = log;
    this.#context = context;
    this.#onbehind = onbehind;
    log.addEventListener("scroll", () => onbehind(!this.#nearEnd()), { passive: true });
  }

  clear() {
    this.#log.replaceChildren();
    this.#typing = this.#draft = this.#author = null;
    this.#onbehind(false);
  }

  /** Adds what the shopper said; one that is shown already is left alone. */
  addOwn(message, { live = true } = {}) {
    if (this.#find(message.id)) return;
    const code = /^\d{6}$/.test(message.text || "") && this.#closeCode();
    const picked = message.choice ? this.#markChoice(message.choice) : "";
    const text = code ? "••••••" : message.label || picked || message.text || message.choice;
    this.#author = null;
    const bubble = make("div", { class: "bubble own" }, make("p", {}, text));
    this.#append(make("div", { class: "mine", "data-message": message.id }, bubble), { live, follow: true });
  }

  addReply(reply, { live }) {
    const keep = !live || this.#nearEnd();
    this.hideTyping();
    this.#closeEarlier();
    const element = make("div", { class: `reply ${reply.author}`, lang: reply.language });
    const name = reply.author === "person" ? reply.author_name : "";
    if (reply.author === "person" && this.#author !== name) {
      element.append(make("p", { class: "author" }, icon("person"), make("span", {}, name || this.#context.words("widget-person"))));
    }
    this.#author = name;
    element.append(...renderBlocks(reply.blocks, this.#context));
    this.#append(element, { live, follow: keep });
  }

  /** A quiet line of the page's own, e.g. that a person has joined; with a button where there is a way out. */
  addNote(text, { live = true, action = null, tone = "plain" } = {}) {
    const button = action && make("button", { type: "button", class: "quiet", onclick: action.run }, action.label);
    const element = make("div", { class: `note ${tone}` }, make("p", {}, text), button);
    this.#append(element, { live, follow: true });
    return element;
  }

  addElement(element) {
    this.#append(element, { live: false, follow: true });
  }

  markSent(id) {
    this.#find(id)?.querySelector(".unsent")?.remove();
  }

  /** Says under the message why it was not sent; with Retry where that can help, and opens its choices again where not. */
  markFailed(message, sentence, again) {
    const own = this.#find(message.id);
    if (!own) return;
    own.querySelector(".unsent")?.remove();
    const { words, retry } = this.#context;
    const button = again && make("button", { type: "button", class: "quiet", onclick: () => retry(message) }, words("widget-retry"));
    own.append(make("div", { class: "unsent", role: "alert" }, icon("warn"), make("p", {}, sentence), button));
    const group = !again && message.choice && [...this.#log.querySelectorAll(".choices:has(.chosen)")].at(-1);
    if (group) reopenChoices(group);
    this.toEnd();
  }

  remove(id) {
    this.#find(id)?.remove();
  }

  showTyping() {
    if (!this.#typing) {
      const dots = make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
      const said = make("span", { class: "unseen" }, this.#context.words("widget-typing"));
      this.#typing = make("div", { class: "typing bubble agent" }, dots, said);
    }
    const near = this.#nearEnd();
    this.#log.append(this.#typing);
    if (near) this.toEnd();
  }

  /** Words that are still being written, above the typing sign; read out only once they are a reply. */
  showDraft({ id, text }) {
    const near = this.#nearEnd();
    if (this.#draft?.dataset.draft !== id) {
      this.hideDraft();
      this.#draft = make("div", { class: "bubble agent draft", "aria-hidden": "true", "data-draft": id }, make("p"));
    }
    this.#draft.firstChild.textContent = text;
    this.showTyping();
    this.#typing.before(this.#draft);
    if (near) this.toEnd();
  }

  hideDraft() {
    this.#draft?.remove();
    this.#draft = null;
  }

  hideTyping() {
    this.#typing?.remove();
    this.hideDraft();
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #append(element, { live, follow }) {
    if (live) element.classList.add("arriving");
    const waiting = this.#draft ?? this.#typing;
    if (waiting?.isConnected) waiting.before(element);
    else this.#log.append(element);
    if (!follow) this.#onbehind(true);
    else if (element.offsetHeight > this.#log.clientHeight - 48) this.#log.scrollTop = element.offsetTop - 16;
    else this.toEnd();
  }

  #find(id) {
    return id ? this.#log.querySelector(`[data-message="${CSS.escape(id)}"]`) : null;
  }

  #nearEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR;
  }

  /** The words of the option that was picked, as far as it is still shown. */
  #markChoice(option) {
    const groups = [...this.#log.querySelectorAll(".choices")].reverse();
    const group = groups.find((each) => !each.querySelector(".chosen") && markChosen(each, option, this.#context.words));
    return group?.querySelector(".chosen > span").textContent;
  }

  #closeCode() {
    const form = [...this.#log.querySelectorAll("form.code")].at(-1);
    if (!form) return false;
    closeCode(form);
    return true;
  }

  #closeEarlier() {
    this.#log.querySelectorAll(".choices:not(.closed)").forEach(closeChoices);
    this.#log.querySelectorAll("form.code").forEach((form) => form.remove());
  }
}
