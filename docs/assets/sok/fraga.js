// From what somebody wrote to what to look for: the parts of the query, each with every way to put it.
import { SAME, STOP_WORDS, tokens } from "./ord.js";

const LONGEST_PHRASE = 6; // words
const LONGEST_TO_WIDEN = 2; // parts: a longer query says enough without compounds
const MOST_COMPOUNDS = 4;
const WRITTEN = 1;
const MENDED = 0.9;
const SYNONYM = 0.9;
const HALF = 0.7;
const COMPOUND = 0.4;
const GUESS = 0.3;

// Returns { parts, wholes, notes }. A part is a list of { text, weight }, one for each way to put it. Wholes are
// the query as written and with a part put otherwise, each as a list of bare words. Notes are sentences that
// tell the reader what was looked for besides the words themselves.
export function interpret(query, words) {
  const written = tokens(query);
  const only = written.every((word) => STOP_WORDS.has(word));
  const found = only ? written.map((text) => ({ text })) : phrases(written, words);
  const told = { also: new Set(), instead: new Set() };
  const widen = found.length <= LONGEST_TO_WIDEN && !only;
  const parts = found.map(({ text, others }) => {
    const ways = others ? synonymWays(text, others, words) : wordWays(text, words, told);
    return widen ? [...ways, ...compoundWays(text, words)] : ways;
  });
  parts.flat().forEach(({ text, isOther }) => isOther && told.also.add(text));
  return { parts, wholes: wholes(written, parts, words), notes: notes(told) };
}

// The longest phrases that have synonyms, and the single words between them that tell something.
function phrases(written, words) {
  const found = [];
  for (let first = 0; first < written.length; ) {
    let length = Math.min(LONGEST_PHRASE, written.length - first);
    while (length && !words.synonyms(written.slice(first, first + length)).length) length -= 1;
    const phrase = written.slice(first, first + (length || 1));
    if (length) found.push({ text: phrase.join(" "), others: words.synonyms(phrase) });
    else if (!STOP_WORDS.has(phrase[0])) found.push({ text: phrase[0] });
    first += phrase.length;
  }
  return found;
}

function synonymWays(text, others, words) {
  const weight = text.includes(" ") || words.has(text) ? WRITTEN : GUESS;
  return [{ text, weight }, ...others.map((other) => ({ text: other, weight: SYNONYM * evened(text, other), isOther: true }))];
}

// Pagefind adds up the words: without this, a synonym of three words would beat the word itself.
function evened(text, other) {
  return Math.min(1, Math.sqrt(tokens(text).length / tokens(other).length));
}

function wordWays(word, words, told) {
  if (SAME[word]) return [{ text: word, weight: GUESS }, { text: SAME[word], weight: WRITTEN }];
  if (words.knows(word) || STOP_WORDS.has(word)) return [{ text: word, weight: WRITTEN }];
  const mended = words.nearest(word);
  const halves = mended?.distance === 1 ? [] : words.halves(word);
  const better = halves.length ? halves : mended ? [mended.word] : [];
  if (!better.length) return [{ text: word, weight: GUESS }];
  better.forEach((other) => told.instead.add(other));
  const weight = halves.length ? HALF : MENDED;
  return better.flatMap((text) => [
    { text, weight },
    ...words.synonyms([text]).map((other) => ({ text: other, weight: weight * SYNONYM * evened(text, other), isOther: true })),
  ]);
}

function compoundWays(word, words) {
  return words.compounds(word).slice(0, MOST_COMPOUNDS).map((text) => ({ text, weight: COMPOUND, isOther: true }));
}

function wholes(written, parts, words) {
  const whole = written.join(" ");
  const strong = parts.map((part) => part.filter(({ weight, isOther }) => weight > COMPOUND || isOther).map(({ text }) => text));
  const put = parts.flatMap((part, index) => strong[index].map((text) => whole.replace(part[0].text, text)));
  const mended = strong.flatMap((texts) => texts.slice(0, 1)).join(" ");
  return [...new Set([whole, mended, ...put])].map((text) => words.bases(text));
}

function notes({ also, instead }) {
  const made = [];
  if (instead.size) made.push(`Menade du ${listed([...instead], "eller")}? Visar träffar på det.`);
  if (also.size) made.push(`Visar också träffar på ${listed([...also], "och")}.`);
  return made;
}

function listed(words, last) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
