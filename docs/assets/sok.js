// The search page: the form, the address and the messages. Nothing is fetched until somebody searches.
const form = document.querySelector("form.sok");
const status = document.querySelector(".sokstatus");
const list = document.querySelector(".traffar");
const more = document.querySelector(".fler-traffar");
const AT_A_TIME = 8; // each hit fetches its own text, and a first search is to weigh little
let latest = 0;
let shown = 0;
let hits = [];

function sentence(words, found) {
  if (!hits.length) return `Inget hittades på ”${words}”. Pröva ett annat ord.`;
  const count = hits.length === 1 ? "1 träff" : `${hits.length} träffar`;
  return [...found.notes, `${count} på ”${words}”.`].join(" ");
}

async function showMore(number) {
  const { listItem } = await import("./sok/lista.js");
  const part = hits.slice(shown, shown + AT_A_TIME);
  const documents = await Promise.all(part.map((hit) => hit.result.data()));
  if (number !== latest) return undefined;
  const items = part.map((hit, index) => listItem(documents[index], hit.places));
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= hits.length;
  more.textContent = `Visa fler träffar (${hits.length - shown} till)`;
  return items[0];
}

async function search(words) {
  const number = ++latest;
  [hits, shown, more.hidden] = [[], 0, true];
  list.replaceChildren();
  status.textContent = words ? "Söker …" : "";
  if (!words) return;
  const { find } = await import("./sok/motor.js");
  const found = await find(words);
  if (number !== latest) return;
  hits = found.hits;
  await showMore(number);
  if (number === latest) status.textContent = sentence(words, found);
}

function start(words) {
  const number = latest + 1;
  search(words).catch((error) => {
    console.error(error);
    if (number === latest) status.textContent = "Sökningen går inte att nå just nu. Använd menyn överst på sidan.";
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = form.elements.q.value.trim();
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  start(words);
});

more.addEventListener("click", async () => {
  const first = await showMore(latest);
  status.textContent = `Visar ${shown} av ${hits.length} träffar.`;
  first?.querySelector("a").focus();
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  form.elements.q.value = asked;
  start(asked.trim());
}
