// One hit as a list item: a link, what kind of hit it is, the sections it is in, and a piece of the text.
const ROOT = new URL("../../", import.meta.url);
const EXCERPT_WORDS = 30;
const MOST_SECTIONS = 3;
const HEADING = /^(h[2-4]|dt|th)$/; // and a term with an address

// places: which part of the query stands at which word of the document.
export function listItem(document, places) {
  const words = document.content.split(/\s+/);
  const found = sections(document, words.length).map((section) => withPlaces(section, places));
  const best = found.filter((section) => section.title).sort(byWorth);
  const own = best[0] && isHitOfItsOwn(best[0], document, places) ? best[0] : undefined;
  const others = best.filter((section) => section !== own && section.places.size).slice(0, MOST_SECTIONS);
  const shown = own ?? others[0] ?? { from: 0, to: words.length, places };
  const item = element("li");
  item.append(link(own?.title ?? document.meta.title, own?.url ?? address(document)));
  item.append(kind(document, own), ...(others.length ? [sectionLinks(others, own)] : []));
  item.append(excerpt(words, withoutHeading(shown)));
  return item;
}

function address(document) {
  return document.meta.url ? new URL(document.meta.url, ROOT).pathname + new URL(document.meta.url, ROOT).hash : document.url;
}

function sections(document, length) {
  const headings = document.anchors.filter((anchor) => HEADING.test(anchor.element) && anchor.text && anchor.id);
  headings.sort((one, other) => one.location - other.location);
  const starts = [{ location: 0 }, ...headings];
  return starts.map(({ text, id, location }, index) => ({
    title: text?.trim(),
    url: `${document.url}#${id}`,
    from: location,
    to: starts[index + 1]?.location ?? length,
    headingTo: location + (text?.trim().split(/\s+/).length ?? 0),
  }));
}

function withPlaces(section, places) {
  const inside = [...places].filter(([place]) => place >= section.from && place < section.to);
  const inHeading = new Set(inside.filter(([place]) => place < section.headingTo).map(([, part]) => part));
  return { ...section, places: new Map(inside), parts: new Set(inside.map(([, part]) => part)), inHeading };
}

function byWorth(one, other) {
  const worth = (section) => 100 * section.inHeading.size + 10 * section.parts.size + Math.min(section.places.size, 9);
  return worth(other) - worth(one) || one.from - other.from;
}

// A heading that answers more of the query than the page's title does is what the reader wants to reach.
function isHitOfItsOwn(section, document, places) {
  const title = document.anchors.find((anchor) => anchor.element === "h1");
  const length = title?.text.trim().split(/\s+/).length ?? 0;
  const inTitle = new Set([...places].filter(([place]) => place < length).map(([, part]) => part));
  return section.inHeading.size > inTitle.size && section.inHeading.size === new Set(places.values()).size;
}

function kind(document, own) {
  if (document.meta.slag === "aktivitet") return element("p", "stig", `Aktivitet i ${document.meta.ur}`);
  if (own) return element("p", "stig", "Avsnitt på sidan ", link(document.meta.title, document.url));
  const door = doorName(document.url);
  return element("p", "stig", door && door !== document.meta.title ? `Sida under ${door}` : "Sida");
}

// The name of the part of the site, from the page's own main menu.
function doorName(url) {
  const path = new URL(url, location.href).pathname;
  const doors = [...globalThis.document.querySelectorAll(".dorrnav a")];
  return doors.find((door) => door.pathname.length > ROOT.pathname.length && path.startsWith(door.pathname))?.textContent.trim();
}

function sectionLinks(found, own) {
  const paragraph = element("p", "stig", own ? "Också under: " : found.length > 1 ? "Avsnitten: " : "Avsnittet: ");
  found.forEach(({ title, url }, index) => paragraph.append(index ? ", " : "", link(title, url)));
  return paragraph;
}

function withoutHeading(section) {
  return section.headingTo < section.to ? { ...section, from: section.headingTo } : section;
}

function excerpt(words, { from, to, places }) {
  const marked = [...places.keys()].sort((one, other) => one - other);
  const first = Math.max(from, Math.min(densest(marked), to - EXCERPT_WORDS));
  const last = Math.min(to, first + EXCERPT_WORDS);
  const paragraph = element("p", "", first > from ? "… " : "");
  for (let place = first; place < last; place += 1) {
    paragraph.append(places.has(place) ? element("mark", "", words[place]) : words[place], " ");
  }
  if (last < to) paragraph.append("…");
  return paragraph;
}

// A few words before the place from where most words found follow within one excerpt.
function densest(marked) {
  const within = (start) => marked.filter((place) => place >= start && place < start + EXCERPT_WORDS - 4).length;
  const best = marked.reduce((chosen, start) => (within(start) > within(chosen) ? start : chosen), marked[0] ?? 0);
  return best - 4;
}

function link(text, href) {
  return Object.assign(element("a", "", text), { href });
}

function element(name, className = "", ...content) {
  const made = globalThis.document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
