/**
 * The steady random sample: read from the conversation's id alone, so that the same one is always in or always out, on
 * every machine and however often it is looked at.
 */
import { createHash } from 'node:crypto';

/** @param percent of all conversations, 0 to 100 */
export function isInSample(sessionId: string, percent: number): boolean {
  const number = createHash('sha256').update(`sample/${sessionId}`).digest().readUInt32BE();
  return number < (percent / 100) * 2 ** 32;
}
