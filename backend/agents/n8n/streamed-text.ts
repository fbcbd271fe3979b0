/**
 * The text of a streamed answer. Lines name the node and run they belong to; each tool round and each agent is a run
 * of its own. One run is shown at a time, so that two that speak at once don't run into each other.
 */
import { cleanText } from '../plain-text.ts';

export interface StreamLine {
  type: 'begin' | 'item' | 'end' | 'error';
  content?: unknown;
  metadata?: Record<string, unknown>;
}

interface Run {
  waiting: string;
  /** How many `begin` have had no `end` yet. */
  open: number;
  hasEnded: boolean;
  hasText: boolean;
}

const LONGEST = 50_000;

/** The line when it is one of n8n's stream, else null. */
export function asStreamLine(line: string): StreamLine | null {
  try {
    const value = JSON.parse(line) as StreamLine | null;
    const isOne = typeof value === 'object' && value !== null && /^(begin|item|end|error)$/.test(value.type);
    return isOne && ('metadata' in value || 'content' in value) ? value : null;
  } catch {
    return null;
  }
}

export class StreamedText {
  /** All that was let out so far, paragraphs between the runs. */
  text = '';
  private readonly runs = new Map<string, Run>();
  private live: Run | undefined;
  private needsBreak = false;
  /** The first half of a character whose second half is in the next line. */
  private half = '';

  /** @returns what is to be shown now. @throws RangeError when the whole is far too long */
  take({ type, content, metadata = {} }: StreamLine): string {
    const key = `${metadata.nodeId} ${metadata.runIndex} ${metadata.itemIndex}`;
    const run = this.runs.get(key) ?? { waiting: '', open: 0, hasEnded: false, hasText: false };
    this.runs.set(key, run);
    if (type === 'begin') {
      run.open += 1;
      run.hasText = false;
    } else if (type === 'item' && content != null) {
      run.waiting += typeof content === 'string' ? content : JSON.stringify(content);
      run.hasText = true;
      run.hasEnded = false;
    } else if (type === 'end') {
      run.open = Math.max(0, run.open - 1);
      run.hasEnded = true;
    }
    return this.letOut(false);
  }

  /** What was still kept back when the body has ended. */
  finish(): string {
    return this.letOut(true);
  }

  /** A run began, spoke and never ended: somebody cut the body short. */
  get isCut(): boolean {
    return [...this.runs.values()].some(({ open, hasText }) => open > 0 && hasText);
  }

  private letOut(all: boolean): string {
    let out = '';
    for (;;) {
      this.live ??= [...this.runs.values()].find(({ waiting }) => waiting !== '');
      if (!this.live) break;
      out += this.piece(this.live.waiting);
      this.live.waiting = '';
      if (!all && !this.live.hasEnded) break;
      this.live = undefined;
      this.needsBreak = this.text !== '' || out !== '';
    }
    this.text += out;
    if (this.text.length > LONGEST) throw new RangeError('the answer is too long');
    return out;
  }

  private piece(raw: string): string {
    if (raw === '') return '';
    const whole = this.half + raw;
    this.half = /[\ud800-\udbff]$/.test(whole) ? whole.slice(-1) : '';
    const words = cleanText(this.half ? whole.slice(0, -1) : whole);
    const isStart = this.text === '' || this.needsBreak;
    const shown = isStart ? words.trimStart() : words;
    if (shown === '') return '';
    const separator = this.needsBreak ? '\n\n' : '';
    this.needsBreak = false;
    return separator + shown;
  }
}
