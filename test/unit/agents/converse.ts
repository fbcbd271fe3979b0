/**
 * Talks with the guided agent as a visitor does, without a database: `converse(site, ['Hi', ...])`.
 */
import type {
  Agent,
  AgentPart,
  HistoryMessage,
  KnowledgeHit,
  TurnSite,
} from '../../../backend/agents/agent.ts';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { createGuidedAgent } from '../../../backend/agents/guided/index.ts';

export interface Entry {
  question: string;
  answer: string;
}

export interface TestSite extends TurnSite {
  knowledge: readonly Entry[];
  sessionLocale: string | null;
}

export function buildSite(overrides: Partial<TestSite> = {}): TestSite {
  return {
    id: '0193a0f0-0000-7000-8000-000000000001',
    key: 'demo',
    name: 'Miller Studio',
    locale: 'en',
    greeting: '',
    fields: leadFieldsIn('en'),
    agent: {},
    knowledge: [],
    sessionLocale: 'en-US',
    ...overrides,
  };
}

export interface Line {
  role: 'visitor' | 'assistant';
  text: string;
  choices?: string[];
  knowledge?: string;
}

/** A conversation in progress; `say` sends one turn and gives the assistant's messages. */
export class Conversation {
  readonly lines: Line[] = [];
  lead: Record<string, string>;
  state: unknown;
  completions = 0;
  sessionCompleted = false;
  readonly agent: Agent;
  readonly site: TestSite;
  private readonly staffLines: { after: number; text: string }[] = [];

  constructor(site: TestSite = buildSite(), lead: Record<string, string> = {}) {
    this.site = site;
    this.lead = { ...lead };
    this.agent = createGuidedAgent(() => new Date('2025-01-15T10:00:00Z'));
    const greeting = this.agent.greet(site, site.sessionLocale);
    this.state = greeting.state;
    this.lines.push({ role: 'assistant', text: greeting.text, choices: greeting.choices });
  }

  staffSays(text: string): void {
    this.staffLines.push({ after: this.lines.length, text });
  }

  get isCollecting(): boolean {
    return this.agent.isCollecting(this.state);
  }

  get lastLine(): Line {
    return this.lines.at(-1)!;
  }

  /** Every word of the assistant after the greeting. */
  get replies(): string[] {
    return this.lines
      .slice(1)
      .filter((line) => line.role === 'assistant')
      .map((line) => line.text);
  }

  async say(...said: string[]): Promise<Line[]> {
    const parts = await this.parts(said);
    const messages = parts.filter((part) => part.type === 'message');
    const deltas = parts.filter((part) => part.type === 'delta').map((part) => part.text);
    if (deltas.join('') !== messages.map((message) => message.text).join(''))
      throw new Error('deltas differ');
    const lines = messages.map(
      ({ text, choices, knowledge }): Line => ({
        role: 'assistant',
        text,
        ...(choices && { choices }),
        ...(knowledge && { knowledge: knowledge[0]!.title }),
      }),
    );
    this.lines.push(...said.map((text): Line => ({ role: 'visitor', text })), ...lines);
    return lines;
  }

  private async parts(said: string[]): Promise<AgentPart[]> {
    const turn = {
      site: this.site,
      session: {
        id: '0193a0f0-0000-7000-8000-000000000002',
        pageUrl: null,
        pageTitle: null,
        locale: this.site.sessionLocale,
        completed: this.sessionCompleted,
      },
      lead: { ...this.lead },
      history: this.history(),
      said,
      // What is stored comes back from JSON.
      state: JSON.parse(JSON.stringify(this.state)) as unknown,
      searchKnowledge: async (question: string) => search(this.site.knowledge, question),
      isTrial: false,
      signal: new AbortController().signal,
    };
    const parts: AgentPart[] = [];
    for await (const part of this.agent.reply(turn)) parts.push(part);
    for (const part of parts) {
      if (part.type === 'state') this.state = part.state;
      if (part.type === 'completed') this.completions += 1;
      if (part.type !== 'lead') continue;
      for (const [key, value] of Object.entries(part.values)) {
        if (value === null) delete this.lead[key];
        else this.lead[key] = value;
      }
    }
    return parts;
  }

  private history(): HistoryMessage[] {
    const history: HistoryMessage[] = [];
    this.lines.forEach((line, i) => {
      for (const staff of this.staffLines.filter(({ after }) => after === i))
        history.push({ role: 'staff', text: staff.text });
      history.push({ role: line.role, text: line.text });
    });
    for (const staff of this.staffLines.filter(({ after }) => after === this.lines.length)) {
      history.push({ role: 'staff', text: staff.text });
    }
    return history;
  }
}

/** Holds a whole conversation, one line a turn. */
export async function converse(
  lines: readonly string[],
  site: TestSite = buildSite(),
  lead: Record<string, string> = {},
): Promise<Conversation> {
  const conversation = new Conversation(site, lead);
  for (const line of lines) await conversation.say(line);
  return conversation;
}

/** The conversation as text, to read it. */
export function transcript(conversation: Conversation): string {
  return conversation.lines
    .map(({ role, text, choices }) => {
      const buttons = choices ? `\n      ${choices.map((choice) => `[${choice}]`).join(' ')}` : '';
      return `${role === 'visitor' ? '   > ' : '     '}${text.replaceAll('\n', '\n     ')}${buttons}`;
    })
    .join('\n');
}

const SMALL_WORDS = new Set(
  'a an and are at can do does for how i if in is it me my of on or the to we what when where you your'.split(
    ' ',
  ),
);

/** Like a full-text search for any of the words: the more of them an entry has, the better its rank. */
function search(entries: readonly Entry[], question: string): KnowledgeHit[] {
  const wanted = stems(question);
  return entries
    .map((entry, at): KnowledgeHit => {
      const present = stems(`${entry.question} ${entry.answer}`);
      const words = [...wanted].filter((word) => present.has(word));
      return { id: `entry-${at}`, kind: 'answer', words, ...entry, rank: words.length / 10 };
    })
    .filter((hit) => hit.rank > 0)
    .sort((a, b) => b.rank - a.rank);
}

function stems(text: string): Set<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    found.filter((word) => !SMALL_WORDS.has(word)).map((word) => word.replace(/(?:ing|ed|es|s|e)$/, '')),
  );
}
