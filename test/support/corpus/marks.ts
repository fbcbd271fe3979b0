/** Finding a text again: each field gets a sign of its own among the words of the corpus. */
import { MARKUP } from './markup.ts';
import type { Writer } from './strangers.ts';

export class Marks {
  private readonly signs = new Map<string, string>();
  private readonly shown = new Set<string>();
  private next = 0;

  /** How many fields were written into. */
  get size(): number {
    return this.signs.size;
  }

  /** The words for a field, such as `POST /api/v1/ingest lead.name`; the same field keeps its sign. */
  readonly write: Writer = (field, max) => {
    const sign = this.signs.get(field) ?? `zq${this.signs.size}zq`;
    this.signs.set(field, sign);
    let words = `${this.short().slice(0, max - sign.length - 1)} ${sign}`;
    for (let more = 1; more < MARKUP.length; more++) {
      const longer = `${words} ${this.text()}`;
      if (longer.length > Math.min(max, 2_000)) break;
      words = longer;
    }
    return words;
  };

  /** The fields whose words are in a text. */
  in(text: string): string[] {
    return [...this.signs].filter(([, sign]) => text.includes(sign)).map(([field]) => field);
  }

  /** Takes note of what a page shows. */
  see(text: string): void {
    for (const field of this.in(text)) this.shown.add(field);
  }

  /** Fields that were on no page so far, in the order of the alphabet. */
  unseen(): string[] {
    return [...this.signs.keys()].filter((field) => !this.shown.has(field)).sort();
  }

  /** The sign stands early: lists show the beginning of a text. */
  private short(): string {
    let text = this.text();
    while (text.length > 60) text = this.text();
    return text;
  }

  private text(): string {
    return MARKUP[this.next++ % MARKUP.length]!;
  }
}
