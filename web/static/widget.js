/* The one script tag of the chat: reads its own address and attributes, then loads the modules beside it.
   <script src="https://host/static/widget.js" data-key="WIDGET_KEY" data-lang="fr" data-theme="light" defer></script> */
(() => {
  const tag = document.currentScript;
  const here = new URL(tag.src);
  const start = async () => {
    const { AftercareChat } = await import(new URL("widget/element.js", here).href);
    if (!customElements.get("aftercare-chat")) customElements.define("aftercare-chat", AftercareChat);
    if (document.querySelector("aftercare-chat")) return;
    const chat = document.createElement("aftercare-chat");
    chat.setAttribute("server", here.origin);
    for (const name of ["key", "lang", "theme"]) {
      if (tag.dataset[name]) chat.setAttribute(name === "theme" ? "data-theme" : name, tag.dataset[name]);
    }
    document.body.append(chat);
  };
  start().catch((problem) => console.error("aftercare: the chat could not be loaded", problem));
})();
