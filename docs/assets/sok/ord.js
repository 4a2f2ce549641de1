// The words of the site, from sok/ord.json: synonyms, compounds, spelling and how much each document counts.
const ENDINGS = ["arnas", "ernas", "ornas", "arna", "erna", "orna", "ade", "ens", "ets", "ers", "ars"].concat(
  ["na", "en", "et", "er", "ar", "or", "ns", "ts", "as", "at", "a", "e", "n", "t", "s"],
);
const REST = ["", "a", "e"]; // läkarna: läkar + e
const SHORTEST_BASE = 3;
const SHORTEST_PREFIX = 4;
const SHORTEST_HALF = 4;
// Put in the words that the site uses.
export const SAME = { många: "flera", 1: "ett", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio" };
// Words of a spoken question that tell nothing about what is asked for.
export const STOP_WORDS = new Set(
  `alla allt att av bara behöver betyder blir bli då de dem den denna det detta dig din dina ditt du där efter ej eller en
  ett finns för få får fått från gäller gör göra ha hade han har hen heter hon honom hos hur hör i icke in innebär inte ja jag
  kan kanske ska skall kom kommer man med men mig min mina mitt mot måste mycket nej ni nu när någon något några och
  också olika om oss på sig sin sina sitt som så ta till under upp ut vad var varför vart vara vem vems vi vid vilka vilken
  vilket vill än är åt över`.split(/\s+/),
);

const HEADING_LIKENESS = 0.8;

export function tokens(text) {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

// Without diacritics: lakare is läkare.
export function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const PLAIN_STOP_WORDS = new Set([...STOP_WORDS].map(fold));

export class Words {
  #synonyms = new Map();
  #compounds = new Map();
  #pages = new Map();
  #otherWeight;
  #folded;
  #bases;

  constructor({ likord, sammansatt, ord, sidor, vikt }) {
    this.#folded = new Map(ord.split(" ").map((word) => [fold(word), word]));
    this.#bases = new Set([...this.#folded.keys(), ...Object.keys(likord).flatMap(tokens).map(fold)]);
    for (const [written, meant] of Object.entries(likord)) this.#synonyms.set(this.#key(tokens(written)), meant);
    for (const [last, words] of Object.entries(sammansatt)) this.#compounds.set(this.base(last), words.split(" "));
    for (const [id, [weight, ...titles]] of Object.entries(sidor)) {
      this.#pages.set(id, { weight, titles: titles.map((title) => this.bases(title)) });
    }
    this.#otherWeight = vikt;
  }

  weight(id) {
    return this.#pages.get(id)?.weight ?? this.#otherWeight;
  }

  // How like a query, put in any of these ways, the title of a document is, or one of its headings: 0 to 1.
  likeness(id, ways) {
    const [title, ...headings] = this.#pages.get(id)?.titles ?? [[]];
    const best = (written) => Math.max(0, ...ways.map((way) => overlap(way, written)));
    return Math.max(best(title), HEADING_LIKENESS * Math.max(0, ...headings.map(best)));
  }

  // The words of a text without diacritics and inflection.
  bases(text) {
    return tokens(text).map((word) => this.base(word));
  }

  synonyms(words) {
    return this.#synonyms.get(this.#key(words)) ?? [];
  }

  compounds(word) {
    return this.#compounds.get(this.base(word)) ?? [];
  }

  has(word) {
    return this.#folded.has(this.base(word));
  }

  // The word without diacritics and inflection, when that is a word we have: läkarna is lakare.
  base(word) {
    const folded = fold(word);
    if (this.#bases.has(folded)) return folded;
    for (const ending of ENDINGS) {
      const bare = folded.endsWith(ending) ? folded.slice(0, -ending.length) : "";
      if (ending.length === 1 && bare.endsWith(ending)) continue; // kontinuitett is no inflection
      const found = bare.length >= SHORTEST_BASE && REST.map((rest) => bare + rest).find((one) => this.#bases.has(one));
      if (found) return found;
    }
    return folded;
  }

  #key(words) {
    return this.bases(words.join(" ")).join(" ");
  }

  // Whether the site has the word, an inflection of it, or a word that begins with it.
  knows(word) {
    const folded = fold(word);
    if (this.has(word)) return true;
    return folded.length >= SHORTEST_PREFIX && [...this.#folded.keys()].some((known) => known.startsWith(folded));
  }

  // The site's word that is most like this one, if any is like enough: one letter wrong in a short word, up to
  // three in a long one, never the first. Among equals, the one that begins alike.
  nearest(word) {
    const folded = fold(word);
    const most = folded.length < 6 ? 1 : folded.length < 10 ? 2 : 3;
    let best;
    for (const [known, spelled] of this.#folded) {
      if (known[0] !== folded[0] || Math.abs(known.length - folded.length) > most) continue;
      const distance = editDistance(folded, known);
      const alike = sameBeginning(folded, known);
      const better = !best || distance < best.distance || (distance === best.distance && alike > best.alike);
      if (distance <= most && better) best = { word: spelled, distance, alike };
    }
    return best;
  }

  // The two words that a compound unknown to the site is made of, or the last one alone.
  halves(word) {
    const folded = fold(word);
    for (let cut = 3; cut <= folded.length - SHORTEST_HALF; cut += 1) {
      const last = this.#folded.get(folded.slice(cut));
      const first = this.#folded.get(folded.slice(0, cut)) ?? this.#folded.get(folded.slice(0, cut).replace(/s$/, ""));
      if (last && first) return [first, last];
    }
    return [];
  }
}

// The words that two texts share, of all their words; a stop word counts only when both have it.
function overlap(one, other) {
  const shared = one.filter((word) => other.includes(word)).length;
  const counted = (words, others) => words.filter((word) => others.includes(word) || !PLAIN_STOP_WORDS.has(word)).length;
  return shared ? (2 * shared) / (counted(one, other) + counted(other, one)) : 0;
}

function sameBeginning(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

// Damerau–Levenshtein: letters added, dropped, changed, or two side by side that changed places.
export function editDistance(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}
