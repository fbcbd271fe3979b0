/** A conversation as the signals read it; filled from rows by queue/look. */
export interface SpokenMessage {
  seq: number;
  role: 'visitor' | 'assistant' | 'staff' | 'system';
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The agent failed and this is the site's fallback text. */
  isFallback: boolean;
  choices: readonly string[] | null;
}

export interface QuietConversation {
  /** In order; of a very long talk the newest. */
  messages: readonly SpokenMessage[];
  rating: number | null;
  isCompleted: boolean;
  /** The assistant called for a person, and nobody has taken the conversation since. */
  wantsPerson: boolean;
  /** After which messages a workflow failed; null where that is not known. */
  faultsAfter: readonly (number | null)[];
  /** When the visitor's word changed a detail that was known already; milliseconds. */
  correctedAt: readonly number[];
}
