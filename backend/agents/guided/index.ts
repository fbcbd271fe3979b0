/**
 * The guided agent: the default, which needs no key, no network and no language model. It greets, answers from the
 * site's questions and answers, and collects the lead's fields one by one by plain rules, so that the same
 * conversation always goes the same way.
 */
import type { Agent, AgentPart, Turn, TurnSite } from '../agent.ts';
import { compose } from './compose.ts';
import { inOrder, isKnown, roleOf } from './fields.ts';
import { type Answer, isHeading, lookUp } from './knowledge.ts';
import { listen } from './listen.ts';
import { type Listening, set } from './notes.ts';
import { phrases, SKIP } from './phrases.ts';
import { emptyState, type GuidedState, readState } from './state.ts';
import { words } from './text.ts';

/** `now` is the clock that "by March" is measured against. */
export function createGuidedAgent(now: () => Date = () => new Date()): Agent {
  return {
    greet: (site) => greet(site),
    reply: (turn) => reply(turn, now()),
    isCollecting: (state) => (readState(state) ?? emptyState()).done === 'no',
  };
}

export const guidedAgent = createGuidedAgent();

/** The site's greeting, with the first question behind it unless the greeting already asks something. */
function greet(site: TurnSite): { text: string; choices?: string[]; state: GuidedState } {
  const state = emptyState();
  const fields = inOrder(site.fields, site.agent);
  const greeting = site.greeting.trim();
  const first = fields[0];
  if (!first)
    return { text: greeting || `${phrases.defaultGreeting(site.name)} ${phrases.openQuestion}`, state };
  const asksAlready = /[?؟？]/u.test(greeting);
  // A greeting such as "How can we help?" is answered by the need, or by the first field that can hold any answer.
  const asked = asksAlready
    ? (fields.find((field) => roleOf(field) === 'need') ?? fields.find((field) => roleOf(field) === 'other'))
    : first;
  const text = asksAlready ? greeting : `${greeting || phrases.defaultGreeting(site.name)} ${first.question}`;
  if (!asked) return { text, state };
  state.pending = asked.name;
  state.asked.push(asked.name);
  if (!asked.choices?.length) return { text, state };
  return { text, choices: asked.required ? [...asked.choices] : [...asked.choices, SKIP], state };
}

async function* reply(turn: Turn, now: Date): AsyncIterable<AgentPart> {
  const fields = inOrder(turn.site.fields, turn.site.agent);
  const state = readState(turn.state) ?? greet(turn.site).state;
  state.turns += 1;
  if (turn.session.completed) state.done = 'completed';

  const listening = listen(turn, fields, state, now);
  const answers = await answersTo(listening, turn);
  keepOpenRequest(listening, answers);
  const { messages, completed } = compose(listening, answers, turn.site.name);
  const noted = [...listening.learned, ...listening.corrected];
  if (noted.length > 0) state.noted = noted;

  if (Object.keys(listening.changes).length > 0) yield { type: 'lead', values: listening.changes };
  for (const { text, choices, knowledge } of messages) {
    yield { type: 'delta', text };
    yield { type: 'message', text, ...(choices && { choices }), ...(knowledge && { knowledge }) };
  }
  if (completed) yield { type: 'completed' };
  yield { type: 'state', state };
}

const MOST_QUESTIONS = 3;

/** Looks up what was asked, and also a word or two that may be the heading of an answer ("pricing"). */
async function answersTo(listening: Listening, turn: Turn): Promise<Answer[]> {
  const answers: Answer[] = [];
  const search = (question: string) => {
    turn.signal.throwIfAborted();
    return turn.searchKnowledge(question);
  };
  const isAboutTheChat = ['who', 'person', 'why', 'how'].some((intent) =>
    listening.intents.has(intent as never),
  );
  if (!isAboutTheChat) {
    for (const question of listening.questions.slice(0, MOST_QUESTIONS))
      answers.push(await lookUp(question, search));
  }
  for (const topic of topicsOf(listening).slice(0, answers.length === 0 ? 1 : 0)) {
    const answer = await lookUp(topic, search);
    if (answer.hit) answers.push(answer);
  }
  return answers;
}

function needField({ fields }: Listening) {
  return fields.find((field) => roleOf(field) === 'need');
}

/** A short answer to "What can we help you with?" such as "pricing", and wishes told when the need is known already. */
function topicsOf(listening: Listening): string[] {
  const field = needField(listening);
  const need = field && listening.learned.has(field.name) ? listening.lead[field.name]! : null;
  if (need === null) return listening.topics;
  return words(need).length <= 3 && isHeading(need) ? [need] : [];
}

const REQUEST =
  /\b(?:can|could|would|will) (?:you|your team|somebody|someone)\b(?! (?:tell|explain|call|say|repeat|speak|talk|please tell))|\bdo you (?:offer|do|sell|make|build|provide|repair|install|have|help|work)\b|\bis it possible\b/i;

/**
 * "Can you build a shop?" says what somebody needs, and so does a question that only the team can answer, as long as
 * nothing better is known.
 */
function keepOpenRequest(listening: Listening, answers: readonly Answer[]): void {
  const field = needField(listening);
  if (!field || field.type === 'choice' || listening.intents.has('privacy')) return;
  const isJustTold = listening.learned.has(field.name);
  if (isKnown(field.name, listening.lead) && !isJustTold) return;
  const request = answers.find(({ asked, hit }) => REQUEST.test(asked) || (hit === null && !isJustTold));
  if (!request) return;
  set(listening, field.name, isJustTold ? `${request.asked} ${listening.lead[field.name]}` : request.asked);
}
