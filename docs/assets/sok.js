// The search page. Nothing is fetched until somebody searches; then Pagefind's own files, from this site.
const form = document.querySelector("form.sok");
const status = document.querySelector(".sokstatus");
const list = document.querySelector(".traffar");
const MOST = 20;
let pagefind;

async function engine() {
  if (!pagefind) {
    pagefind = await import("../pagefind/pagefind.js");
    await pagefind.init();
  }
  return pagefind;
}

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

// Pagefind's excerpt is plain text with <mark> around the words found; only those marks become elements.
function excerpt(html) {
  const paragraph = document.createElement("p");
  const source = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of source.childNodes) {
    paragraph.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  }
  return paragraph;
}

function hit(page) {
  const item = document.createElement("li");
  const sections = page.sub_results.filter((part) => part.url !== page.url);
  const best = sections[0];
  item.append(element("a", page.meta.title, { href: page.url }));
  if (best) {
    const path = element("p", "", { className: "stig" });
    path.append("Avsnitt: ", element("a", best.title, { href: best.url }));
    item.append(path);
  }
  item.append(excerpt((best ?? page).excerpt));
  return item;
}

async function search(words) {
  list.replaceChildren();
  if (!words) {
    status.textContent = "";
    return;
  }
  status.textContent = "Söker …";
  const found = await (await engine()).search(words);
  const pages = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
  list.append(...pages.map(hit));
  const number = found.results.length;
  const noun = number === 1 ? "träff" : "träffar";
  status.textContent = number ? `${number} ${noun} på ”${words}”` : `Inget hittades på ”${words}”. Pröva ett annat ord.`;
}

function fail() {
  status.textContent = "Sökningen går inte att nå just nu. Använd menyn överst på sidan.";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = form.elements.q.value.trim();
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  search(words).catch(fail);
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  form.elements.q.value = asked;
  search(asked.trim()).catch(fail);
}
