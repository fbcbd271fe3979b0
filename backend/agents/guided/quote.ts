/** What is quoted from a page is a chat message, not a page. */
const LONGEST = 400;

/**
 * The sentences of a passage that answer best, in their order: where the whole is too long for a chat, the run of
 * sentences with the highest score.
 */
export function quote(text: string, score: (text: string) => number): string {
  if (text.length <= LONGEST) return text;
  const sentences = text.match(/[^.!?…؟。！？\n]+(?:[.!?…؟。！？]+["”’)]*|\n+|$)\s*/g) ?? [text];
  let best = '';
  let most = -1;
  for (let from = 0; from < sentences.length; from += 1) {
    let run = '';
    for (let to = from; to < sentences.length && run.length + sentences[to]!.length <= LONGEST; to += 1)
      run += sentences[to]!;
    const found = score(run);
    if (found > most) {
      most = found;
      best = run;
    }
  }
  return best.trim() || `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
