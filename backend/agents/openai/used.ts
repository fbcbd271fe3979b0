/**
 * Which entries a model's answer was drawn from. It was given several and does not say which it took, so an entry
 * counts when the answer has telling words of it that the answer could hardly have by chance.
 */
import type { KnowledgeUse } from '../../knowledge/schema.ts';
import type { KnowledgeHit } from '../agent.ts';

const MOST = 4;
const ENOUGH_WORDS = 3;

/**
 * @param given with the prompt
 * @param searched by the model itself
 */
export function usedIn(
  text: string,
  given: readonly KnowledgeHit[],
  searched: readonly KnowledgeHit[],
): KnowledgeUse[] {
  const said = tellingWords(text);
  const entries = new Map([...searched, ...given].map((hit) => [`${hit.id} ${hit.question}`, hit]));
  return [...entries.values()]
    .map((hit) => ({ hit, shared: sharedWords(said, hit) }))
    .filter(({ hit, shared }) => shared >= Math.min(ENOUGH_WORDS, tellingWords(hit.answer).size))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ hit: { kind, id, question } }) => ({ kind, id, title: question }));
}

function sharedWords(said: ReadonlySet<string>, { answer }: KnowledgeHit): number {
  return [...tellingWords(answer)].filter((word) => said.has(word)).length;
}

/** Numbers, and words long enough to mean something; by their beginnings, so that endings do not matter. */
function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => /\d/.test(word) || word.length >= 5).map((word) => word.slice(0, 7)));
}
