/** Facebook's errors in plain words, and what follows from each (Messenger Platform, "Error codes"). */
import type { GraphError } from './graph.ts';

export interface Judgement {
  /** For staff. */
  words: string;
  /** Another try would end the same way. */
  isFinal?: boolean;
  /** Nothing can be sent for the page until Facebook is ready again. */
  isRate?: boolean;
  /** The page's settings are at fault: whoever looks after them should know. */
  isPageFault?: boolean;
}

const RATE_CODES = new Set([4, 17, 32, 613, 80006]);
const PASSING_CODES = new Set([1, 2, 1200]);

/** Too late, for the assistant and for a person. */
export const WINDOW_WORDS = {
  assistant: 'Facebook allows an answer for 24 hours after the person wrote.',
  staff: 'Facebook allows a person’s answer for 7 days after the other wrote.',
};

export function judgeError(status: number, { code, error_subcode: sub }: GraphError): Judgement {
  if (code === 190)
    return final('Facebook refuses the page’s token. Enter a new one in the site’s settings.', true);
  if (sub === 2018278) return final(WINDOW_WORDS.assistant);
  if (sub === 2018108)
    return final(
      'Until Facebook has approved the app, it may write only to its own admins and testers.',
      true,
    );
  if (code === 551 || sub === 1545041) return final('This person can’t be reached on Messenger any more.');
  if (code === 10 || code === 200)
    return final('Facebook says that the app may not write for this page. Check its permissions.', true);
  if (code !== undefined && RATE_CODES.has(code))
    return { words: 'Facebook asks for a pause: too many messages for this page.', isRate: true };
  if (code === 100) return final('Facebook did not understand this message.');
  if (status >= 500 || (code !== undefined && PASSING_CODES.has(code)))
    return { words: 'Facebook could not take it just now.' };
  return { words: `Facebook answered with an error (${code ?? status}).` };
}

const final = (words: string, isPageFault = false): Judgement => ({
  words,
  isFinal: true,
  ...(isPageFault && { isPageFault }),
});
