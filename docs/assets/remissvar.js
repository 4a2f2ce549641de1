// The reply form: adds rows, saves the reply as a file and opens one again. Sends nothing and stores nothing.
const form = document.querySelector("form.remissvar");
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => [...from.querySelectorAll(selector)];
const text = (field) => (field ? field.value.trim() : "");
let number = 0;

function addRemark(values = {}) {
  number += 1;
  const holder = document.createElement("div");
  holder.innerHTML = one("template").innerHTML.replaceAll("NR", number);
  const remark = holder.firstElementChild;
  for (const field of all("[data-falt]", remark)) {
    const value = String(values[field.dataset.falt] ?? "");
    field.value = value;
    if (value && field.value !== value) field.add(new Option(value, value, true, true)); // a section that is gone
  }
  one(".synpunkter").append(remark);
  return remark;
}

function removeRemark(remark) {
  const next = remark.nextElementSibling || remark.previousElementSibling;
  remark.remove();
  (next ? one("legend", next) : one(".lagg-till")).focus();
}

function reply() {
  const answers = all("[data-fraga]").map((part) => ({ "fråga": part.dataset.fraga, text: text(one("textarea", part)) }));
  const remarks = all("[data-synpunkt]").map((part) =>
    Object.fromEntries(all("[data-falt]", part).map((field) => [field.dataset.falt, text(field)])));
  return {
    blankett: Number(form.dataset.blankett),
    remiss: form.dataset.remiss,
    remissinstans: text(one("#instans")),
    svar: answers.filter((answer) => answer.text),
    synpunkter: remarks.filter((remark) => Object.values(remark).some(Boolean)),
  };
}

function mark(field, message) {
  const told = document.getElementById(`${field.id}-fel`);
  const others = (field.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== told.id);
  told.textContent = message;
  told.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  const described = message ? [...others, told.id] : others;
  if (described.length) field.setAttribute("aria-describedby", described.join(" "));
  else field.removeAttribute("aria-describedby");
}

function faults() {
  const found = [];
  const check = (field, isWrong, message) => {
    mark(field, isWrong ? message : "");
    if (isWrong) found.push([field, message]);
  };
  if (one("#instans").type !== "hidden") check(one("#instans"), !text(one("#instans")), "Ange vilken remissinstans som svarar.");
  for (const part of all("[data-synpunkt]")) {
    const name = one("legend", part).textContent;
    const [section, remark, wording] = ["avsnitt", "synpunkt", "föreslagen_lydelse"].map((key) => one(`[data-falt="${key}"]`, part));
    const isUsed = all("[data-falt]", part).some(text);
    check(section, isUsed && !text(section), `${name}: välj avsnitt. Gäller den allt väljer du Hela planen.`);
    check(remark, isUsed && !text(remark) && !text(wording), `${name}: skriv synpunkten eller en föreslagen lydelse.`);
  }
  const made = reply();
  if (!found.length && !made.svar.length && !made.synpunkter.length)
    found.push([one("[data-fraga] textarea") || one("[data-synpunkt] textarea") || one(".lagg-till"), "Svaret är tomt. Svara på en fråga eller skriv en synpunkt."]);
  return found;
}

function showFaults(found) {
  const box = one(".felruta");
  box.hidden = !found.length;
  one("ul", box).replaceChildren(...found.map(([field, message]) => {
    const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: message });
    link.addEventListener("click", (event) => { event.preventDefault(); field.focus(); });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  if (found.length) box.focus();
}

function save() {
  const made = reply();
  const who = made.remissinstans.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-");
  const name = `${form.dataset.filnamn}-${who}.json`;
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(made, null, 2)}\n`], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  one(".sparat").textContent = `Filen ${name} är sparad bland dina hämtade filer. Den är inte skickad. Nu skickar du den själv.`;
}

async function open(field) {
  const file = field.files[0];
  if (!file) return;
  try {
    const saved = JSON.parse(await file.text());
    if (saved.remiss !== form.dataset.remiss || !Array.isArray(saved.synpunkter)) throw new TypeError();
    if (one("#instans").type !== "hidden") one("#instans").value = saved.remissinstans ?? "";
    for (const part of all("[data-fraga]"))
      one("textarea", part).value = (saved.svar || []).find((answer) => answer["fråga"] === part.dataset.fraga)?.text ?? "";
    one(".synpunkter").replaceChildren();
    number = 0;
    (saved.synpunkter.length ? saved.synpunkter : [{}]).forEach((values) => addRemark(values));
    mark(field, "");
    one(".sparat").textContent = `Svaret i filen ${file.name} är öppnat.`;
  } catch {
    mark(field, "Filen går inte att öppna. Välj en fil som du har sparat från den här remissens formulär.");
  }
}

if (form) {
  addRemark();
  form.hidden = false;
  form.addEventListener("click", ({ target }) => {
    if (target.matches(".lagg-till")) one("legend", addRemark()).focus();
    if (target.matches(".ta-bort")) removeRemark(target.closest("[data-synpunkt]"));
  });
  one("#oppna-svar").addEventListener("change", ({ target }) => open(target));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    one(".sparat").textContent = "";
    const found = faults();
    showFaults(found);
    if (!found.length) save();
  });
}
