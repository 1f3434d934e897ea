/** Preview: a message is sent without leaving the page, so that it does not jump; without this the forms do the same. */

const place = () => document.getElementById("preview");

function settle() {
  for (const link of place().querySelectorAll(".preview-words a[href]")) link.target = "_blank";
}

async function send(form) {
  const page = place();
  page.setAttribute("aria-busy", "true");
  const fields = new URLSearchParams(new FormData(form));
  for (const button of page.querySelectorAll("button")) button.disabled = true;
  const answer = await fetch(form.action, { method: "POST", body: fields });
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview");
  if (!answer.ok || !found) throw new Error("the page did not come");
  const log = found.querySelector(".preview-turns");
  const old = page.querySelector(".preview-turns");
  for (const [index, turn] of [...log.children].entries()) {
    if (index < old.children.length - 1) turn.replaceWith(old.children[index].cloneNode(true));
  }
  page.replaceChildren(...found.childNodes);
  page.removeAttribute("aria-busy");
  history.replaceState(null, "", answer.url.split("#")[0]);
  settle();
  document.getElementById("latest")?.scrollIntoView({ block: "start" });
  document.getElementById("text")?.focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("turn" in form.dataset)) return;
  event.preventDefault();
  send(form).catch(() => location.reload());
});

settle();
