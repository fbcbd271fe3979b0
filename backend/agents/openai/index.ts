/**
 * A language model behind any /v1/chat/completions address as the assistant. It answers in words and by four tools,
 * which act only on this conversation; its text is shown as text and nothing else.
 */
import type { Database } from '../../db/knex.ts';
import type { Agent, AgentPart, AgentTrace, KnowledgeHit, Turn } from '../agent.ts';
import { plainGreeting } from '../plain-greeting.ts';
import { cleanText } from '../plain-text.ts';
import type { AgentDeps } from '../registry.ts';
import { ModelCaller, NoTools } from './call.ts';
import { connectionFault } from './faults.ts';
import { type ChatMessage, chatMessages, costOf, estimateTokens } from './history.ts';
import { contactsIn } from './overheard.ts';
import { systemPrompt } from './prompt.ts';
import { type ModelSettings, readSettings } from './settings.ts';
import { checkReplies, costOfTokens, countReply, reserve, type Spender, type Tokens } from './spend.ts';
import { type Completion, readCompletion } from './stream.ts';
import { ThinkFilter, withoutThoughts } from './think.ts';
import { type ToolBox, toolBox } from './tools.ts';
import { usedIn } from './used.ts';

/** So often a model may call tools before it has to answer. */
const TOOL_ROUNDS = 5;
/** Set aside for an answer whose length nobody knows yet. */
const LIKELY_OUTPUT = 600;

interface Talk {
  turn: Turn;
  settings: ModelSettings;
  spender: Spender;
  database: Database;
  caller: ModelCaller;
  trace: AgentTrace;
}

export function createOpenaiAgent({ database, outgoing, secretKey }: Omit<AgentDeps, 'publicUrl'>): Agent {
  const caller = new ModelCaller(outgoing);
  return {
    greet: (site, locale) => ({ text: plainGreeting(site, locale), state: null }),
    async *reply(turn) {
      const settings = readSettings(turn.site.agent.openai, secretKey);
      const spender = { siteId: turn.site.id, sessionId: turn.isTrial ? null : turn.session.id };
      await checkReplies(database, spender, settings);
      const talk: Talk = { turn, settings, spender, database, caller, trace: { model: settings.model } };
      yield* answer(talk, caller.knowsTools(settings));
      await countReply(database, spender);
    },
    isCollecting: () => false,
  };
}

async function* answer(talk: Talk, withTools: boolean): AsyncGenerator<AgentPart> {
  const { turn, settings, trace } = talk;
  const hits = await turn.searchKnowledge(turn.said.join('\n'));
  const tools = withTools ? toolBox(turn) : null;
  const messages: ChatMessage[] = [
    { role: 'system', content: systemPrompt(turn, settings.systemPrompt, hits, withTools) },
    ...chatMessages(turn.history, turn.said, settings.maxHistoryTokens),
  ];
  const found: KnowledgeHit[] = [];
  let text = '';
  for (let round = 0; ; round += 1) {
    const mayCall = round < TOOL_ROUNDS;
    let completion: Completion;
    let written = '';
    try {
      const speech = speak(talk, messages, tools && mayCall ? tools.definitions : null);
      for (let next = await speech.next(); ; next = await speech.next()) {
        if (next.done) {
          completion = next.value;
          break;
        }
        // Words of two rounds are one message.
        const piece = written === '' && text !== '' ? `\n\n${next.value}` : next.value;
        written += piece;
        yield { type: 'delta', text: piece };
      }
    } catch (error) {
      if (!(error instanceof NoTools)) throw error;
      return yield* answer(talk, false);
    }
    text += written;
    const calls = tools && mayCall ? completion.toolCalls : [];
    if (calls.length === 0) break;
    messages.push(asAsked(written, calls));
    for (const call of calls) {
      turn.signal.throwIfAborted();
      const { answer: said, parts, hits: more = [] } = await tools!.run(call);
      found.push(...more);
      trace.tools = [...(trace.tools ?? []), call.name];
      yield* parts;
      messages.push({ role: 'tool', tool_call_id: call.id, content: JSON.stringify(said) });
    }
  }
  if (!withTools) yield* overheard(turn);
  const whole = withoutThoughts(cleanText(text));
  const knowledge = usedIn(whole, hits, found);
  if (whole !== '') yield { type: 'message', text: whole, ...(knowledge.length > 0 && { knowledge }) };
  yield { type: 'trace', trace };
}

/** One call: the words that may be shown as they come, the tokens counted whatever happens. */
async function* speak(
  talk: Talk,
  messages: ChatMessage[],
  tools: ToolBox['definitions'] | null,
): AsyncGenerator<string, Completion> {
  const { turn, settings, spender, database, caller, trace } = talk;
  const about = { base: settings.base, model: settings.model, said: turn.said, trace };
  const likely = costOf(messages) + estimateTokens(JSON.stringify(tools ?? ''));
  const reservation = await reserve(database, spender, settings, likely + LIKELY_OUTPUT);
  const used: Tokens = { input: 0, output: 0 };
  let hasBegun = false;
  try {
    const response = await caller.call(settings, { messages, tools, signal: turn.signal }, about);
    hasBegun = true;
    used.input = likely;
    const reading = readCompletion(response.body ?? nothing(), turn.said, trace);
    const filter = new ThinkFilter();
    let written = '';
    for (let next = await reading.next(); ; next = await reading.next()) {
      if (next.done) {
        const rest = cleanText(filter.end());
        if (rest !== '') yield rest;
        Object.assign(used, next.value.usage ?? { output: outputOf(written, next.value) });
        if (next.value.model) trace.model = next.value.model;
        return next.value;
      }
      written += next.value;
      used.output = estimateTokens(written);
      const shown = cleanText(filter.take(next.value));
      if (shown !== '') yield shown;
    }
  } catch (error) {
    if (error instanceof NoTools) throw error;
    // The time is up, or a person took over: that is no fault of the model's.
    turn.signal.throwIfAborted();
    throw connectionFault(error, about, hasBegun);
  } finally {
    addUp(trace, used, settings);
    await reservation.settle(used);
  }
}

const outputOf = (written: string, { toolCalls }: Completion) =>
  estimateTokens(written) + (toolCalls.length > 0 ? estimateTokens(JSON.stringify(toolCalls)) : 0);

function addUp(trace: AgentTrace, used: Tokens, settings: ModelSettings): void {
  if (used.input + used.output === 0) return;
  const { input = 0, output = 0 } = trace.tokens ?? {};
  trace.tokens = { input: input + used.input, output: output + used.output };
  const cost = costOfTokens(trace.tokens, settings);
  if (cost !== undefined) trace.cost = cost;
}

const asAsked = (written: string, calls: Completion['toolCalls']): ChatMessage => ({
  role: 'assistant',
  content: written.trim() || null,
  tool_calls: calls.map(({ id, name, arguments: given }) => ({
    id,
    type: 'function',
    function: { name, arguments: given },
  })),
});

/** A model without tools saves nothing: what the visitor plainly said is taken as the guided assistant takes it. */
function* overheard({ said, site, session }: Turn): Generator<AgentPart> {
  const values = contactsIn(said.join('\n'), site.fields, [session.locale, site.locale]);
  if (Object.keys(values).length > 0) yield { type: 'lead', values };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
