// Finds and ranks: asks Pagefind about every way to put each part of the query, and adds up what it answers.
import { interpret } from "./fraga.js";
import { Words } from "./ord.js";

const ROOT = new URL("../../", import.meta.url);
const WHOLE_QUERY = 1; // a hit on all parts of a query counts this power more than a hit on some
const TITLE = 3; // a document called just what was asked for counts this much more
let started;

async function start() {
  const [pagefind, answer] = await Promise.all([
    import(new URL("pagefind/pagefind.js", ROOT)),
    fetch(new URL("sok/ord.json", ROOT)),
  ]);
  if (!answer.ok) throw new Error(`sok/ord.json: ${answer.status}`);
  await pagefind.options({ noWorker: true, ranking: { metaWeights: { title: 5, url: 0, slag: 0, ur: 0 }, pageLength: 0.2 } });
  await pagefind.init();
  return { pagefind, words: new Words(await answer.json()) };
}

// Returns the hits, the best first, and sentences about what was searched for besides the words themselves.
// A hit: Pagefind's result, and at which words of the document (places) which parts of the query stand.
export async function find(query) {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  const { pagefind, words } = await started;
  const { parts, wholes, notes } = interpret(query, words);
  const answers = await Promise.all(
    parts.flatMap((part, index) =>
      part.map(async ({ text, weight }) => ({ index, weight, ...(await pagefind.search(text)) })),
    ),
  );
  return { hits: rank(answers, parts.length, (id) => worth(id, wholes, words)), notes };
}

// What a document is worth for the query before its text is looked at: where it stands and what it is called.
function worth(id, wholes, words) {
  return words.weight(id) * (1 + TITLE * words.likeness(id, wholes));
}

function rank(answers, partCount, worthOf) {
  const hits = new Map();
  for (const { index, weight, results } of answers) {
    for (const result of results) {
      if (!hits.has(result.id)) hits.set(result.id, { result, scores: [], places: new Map() });
      const hit = hits.get(result.id);
      hit.scores[index] = Math.max(hit.scores[index] ?? 0, weight * result.score);
      for (const place of result.words) hit.places.set(place, index);
    }
  }
  for (const hit of hits.values()) {
    const scores = hit.scores.filter((score) => score !== undefined);
    const sum = scores.reduce((total, score) => total + score, 0);
    hit.score = sum * worthOf(hit.result.id) * (scores.length / partCount) ** WHOLE_QUERY;
  }
  return [...hits.values()].filter((hit) => hit.score > 0).sort((one, other) => other.score - one.score);
}
