/** Turns what happens in the conversation into what is seen: bubbles, typing sign, notes, banners, who answers. */

import { Conversation } from "./conversation.js";
import { make, newId } from "./make.js";
import { Transcript } from "./transcript.js";

const SLOW = 15_000;
const NO_NEWS = 4_000;
const AGAIN = 5_000;

export class Talk {
  #owner = "agent";
  #slow = null;
  #away = false;
  #greeted = false;
  #failed = new Map();

  /** ``unread()`` is called for each reply that arrives while the panel is closed; ``language()`` is the chosen one. */
  constructor({ api, memory, panel, words, unread, language }) {
    Object.assign(this, { memory, panel, words, unread, language });
    const context = {
      server: api.server,
      words,
      choose: (option) => this.say({ choice: option.id, label: option.label }),
      giveCode: (code) => this.say({ text: code }),
      retry: (message) => this.say(message),
    };
    this.transcript = new Transcript(panel.log, context, (away) => (panel.later.hidden = !away));
    const listener = {
      event: (kind, body, how) => this.#event(kind, body, how),
      sending: (message) => this.#sending(message),
      sent: (id) => (this.#failed.delete(id), this.transcript.markSent(id)),
      failed: (message, why) => this.#sendFailed(message, why),
      expired: (message) => this.#expired(message),
      link: (state) => this.#linkIs(state),
    };
    this.conversation = new Conversation({ api, memory, listener });
  }

  /** Sends ``{text}`` or ``{choice, label}``; a message that failed before keeps its id. */
  say(message) {
    this.conversation.send({ id: newId(), ...message }, this.language());
    if (message.choice) this.panel.focus();
  }

  /** Shows what was said before and follows; tries again by itself while the server is away. */
  async resume() {
    this.panel.log.setAttribute("aria-live", "off");
    this.transcript.clear();
    this.ownedBy("agent");
    const done = await this.conversation.resume();
    this.transcript.toEnd();
    this.panel.log.setAttribute("aria-live", "polite");
    if (!done) setTimeout(() => this.memory.place && this.resume(), AGAIN);
  }

  leave() {
    this.conversation.forget();
    this.#failed.clear();
    this.#hideTyping();
    this.transcript.clear();
    this.panel.showBanner("");
    this.ownedBy("agent");
  }

  /** After sleep, a break of the network or a tab that was hidden. */
  comeBack() {
    if (this.memory.place) this.conversation.wake();
    else if (this.#away) this.#linkIs("open");
  }

  /** A break of a second or two is no news; a longer one is. */
  lost() {
    this.#away = true;
    const say = () => this.#away && this.panel.showBanner(this.words("widget-offline"));
    setTimeout(say, navigator.onLine ? NO_NEWS : 0);
  }

  ownedBy(owner) {
    this.#owner = owner;
    this.panel.showRole(this.words(owner === "person" ? "widget-role-person" : "widget-role-agent"));
    this.panel.strip.hidden = owner === "person";
  }

  get owner() {
    return this.#owner;
  }

  /** The first words of a conversation that begins with this message were shown before it began. */
  #sending(message) {
    if (!this.memory.place) this.#greeted = true;
    this.panel.log.querySelector(".starters")?.remove();
    this.transcript.addOwn(message);
    this.transcript.markSent(message.id);
    if (this.#owner === "agent") this.#showTyping();
  }

  #sendFailed(message, why) {
    this.#hideTyping();
    const sentence = this.words(why.key);
    if (why.again) this.#failed.set(message.id, message);
    if (!why.back || !message.text) {
      this.transcript.markFailed(message, sentence, why.again);
      return;
    }
    this.transcript.remove(message.id);
    this.transcript.addNote(sentence, { tone: "problem" });
    this.panel.fill(message.text);
  }

  #expired(message) {
    this.#hideTyping();
    this.ownedBy("agent");
    if (message) this.transcript.remove(message.id);
    if (message?.text) this.panel.fill(message.text);
    this.transcript.addNote(this.words(message?.text ? "widget-expired-kept" : "widget-expired"));
    if (message?.text) this.panel.field.focus();
  }

  #event(kind, body, { live, news }) {
    if (kind === "message") {
      this.#greeted = false;
      this.#failed.delete(body.client_message_id);
      this.transcript.addOwn({ ...body, id: body.client_message_id }, { live });
    } else if (kind === "reply") this.#reply(body, { live, news });
    else if (kind === "ownership") this.#ownership(body.owner, live);
    else if (kind === "typing" && live) this.#showTyping();
    else if (kind === "draft" && live) this.#showDraft(body);
    else if (kind === "error") {
      this.#hideTyping();
      this.transcript.addNote(body.text || this.words("widget-error-server"), { live, tone: "problem" });
    }
  }

  #reply(reply, { live, news }) {
    if (live && this.#greeted) return;
    this.#hideTyping();
    this.transcript.addReply(reply, { live });
    if (news && !this.panel.isOpen) this.unread();
    if (live && this.panel.hasFocus) this.panel.focusInTalk("form.code:not(.closed) input");
  }

  #ownership(owner, live) {
    this.#hideTyping();
    const key = owner === "person" ? "widget-person-joins" : "widget-agent-back";
    if (owner !== this.#owner) this.transcript.addNote(this.words(key), { live });
    this.ownedBy(owner);
  }

  #showTyping() {
    this.transcript.showTyping();
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.panel.showBanner(this.words("widget-slow")), SLOW);
  }

  /** A person who takes over speaks for themselves: what the agent was writing is no longer shown. */
  #showDraft(draft) {
    if (this.#owner !== "agent") return;
    clearTimeout(this.#slow);
    this.transcript.showDraft(draft);
  }

  #hideTyping() {
    clearTimeout(this.#slow);
    this.transcript.hideTyping();
    if (!this.#away) this.panel.showBanner("");
  }

  #linkIs(state) {
    if (state !== "open") {
      this.transcript.hideDraft();
      this.lost();
      return;
    }
    if (this.#away) this.panel.showBanner("");
    this.#away = false;
    const waiting = [...this.#failed.values()];
    this.#failed.clear();
    for (const message of waiting) this.say(message);
  }
}

/** The question before a conversation is left, as buttons for the banner. */
export function leaveButtons(words, { leave, stay }) {
  const button = (label, run) => make("button", { type: "button", class: "quiet", onclick: run }, label);
  return [button(words("widget-renew-yes"), leave), button(words("widget-renew-no"), stay)];
}
