/* The mailbox looks for new letters every two seconds while somebody looks at it, and copies codes. */

const list = document.getElementById("letters");
const news = document.getElementById("news");
const newest = () => list.querySelector("[data-key]")?.dataset.key;

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(list.dataset.source);
    if (!answer.ok) return;
    const before = newest();
    const fresh = document.createRange().createContextualFragment(await answer.text());
    if (fresh.querySelector("[data-key]")?.dataset.key === before) return;
    list.replaceChildren(fresh);
    news.textContent = news.dataset.new;
  } catch {
    // Not reached this time; the next look follows.
  }
}

list.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.querySelector("span").textContent = list.dataset.copied;
});
document.addEventListener("visibilitychange", look);
setInterval(look, 2000);
