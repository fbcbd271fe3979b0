/**
 * Takes out what a local model says to itself: `<think>...</think>`, whole or in pieces. Servers that keep it apart
 * (`reasoning_content`) need no help; those fields are never read.
 */
const OPENING = /<(think|thinking|thought|reasoning)>/i;
const LONGEST_TAG = '</reasoning>'.length;

export class ThinkFilter {
  /** What came in and can't be judged yet: it may be the beginning of a tag. */
  private held = '';
  private closing: string | null = null;
  private hasShown = false;

  /** @returns what may be shown */
  take(piece: string): string {
    this.held += piece;
    let shown = '';
    for (;;) {
      if (this.closing) {
        const end = this.held.toLowerCase().indexOf(this.closing);
        if (end < 0) {
          this.held = this.held.slice(-LONGEST_TAG);
          break;
        }
        this.held = this.held.slice(end + this.closing.length);
        this.closing = null;
      }
      const open = OPENING.exec(this.held);
      if (!open) {
        const safe = this.held.length - unsafeEnd(this.held);
        shown += this.held.slice(0, safe);
        this.held = this.held.slice(safe);
        break;
      }
      shown += this.held.slice(0, open.index);
      this.held = this.held.slice(open.index + open[0].length);
      this.closing = `</${open[1]!.toLowerCase()}>`;
    }
    return this.begin(shown);
  }

  /** The text is over: what was held back was no tag. */
  end(): string {
    const rest = this.closing ? '' : this.held;
    this.held = '';
    return this.begin(rest);
  }

  /** Thoughts end in blank lines, which are no beginning of an answer. */
  private begin(text: string): string {
    const shown = this.hasShown ? text : text.trimStart();
    if (shown !== '') this.hasShown = true;
    return shown;
  }
}

/** Some templates open the thoughts in the prompt, so that only their end is seen: all before it was thought. */
export const withoutThoughts = (text: string): string => {
  const end = /<\/(think|thinking|thought|reasoning)>/i.exec(text);
  return (end ? text.slice(end.index + end[0].length) : text).trim();
};

/** How many characters at the end may be the beginning of a tag. */
function unsafeEnd(text: string): number {
  const from = text.lastIndexOf('<');
  if (from < 0 || text.length - from >= LONGEST_TAG) return 0;
  return /^<[a-z]*$/i.test(text.slice(from)) ? text.length - from : 0;
}
