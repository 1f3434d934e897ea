/* The demo shop's front: a press on "Write this" puts the words into the chat, ready to be sent. A new story begins a
   new conversation, since the old one may speak for another customer. */

const STORY = "aftercare:story";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-fill]");
  if (!button) return;
  await customElements.whenDefined("aftercare-chat");
  const chat = document.querySelector("aftercare-chat");
  await chat.ready;
  const { story } = button.closest("[data-story]").dataset;
  const before = sessionStorage.getItem(STORY);
  sessionStorage.setItem(STORY, story);
  if (before && before !== story) chat.restart();
  chat.fill(button.dataset.fill);
});
