/**
 * The guided agent: the default, which needs no key, no network and no language model. It greets, answers from the
 * site's questions and answers, and collects the lead's fields one by one by plain rules, so that the same
 * conversation always goes the same way.
 */
import type { Agent, AgentPart, Turn, TurnSite } from '../agent.ts';
import { type Language, languageOf } from '../language.ts';
import { compose } from './compose.ts';
import { fieldsIn, spoken } from './field-texts.ts';
import { inOrder, roleOf } from './fields.ts';
import type { Intent } from './intent.ts';
import { type Answer, lookUp } from './knowledge.ts';
import { SAYS } from './languages.ts';
import { listen } from './listen.ts';
import type { Listening } from './notes.ts';
import { emptyState, type GuidedState, readState } from './state.ts';
import { keepRequest, topicsOf } from './wishes.ts';

/** `now` is the clock that "by March" is measured against. */
export function createGuidedAgent(now: () => Date = () => new Date()): Agent {
  return {
    greet: (site, locale) => greet(site, languageOf(site.locale, locale)),
    reply: (turn) => reply(turn, turn.at ?? now()),
    isCollecting: (state) => (readState(state) ?? emptyState()).done === 'no',
  };
}

export const guidedAgent = createGuidedAgent();

/** The site's greeting, with the first question behind it unless the greeting already asks something. */
function greet(site: TurnSite, language: Language): { text: string; choices?: string[]; state: GuidedState } {
  const state = emptyState();
  const says = SAYS[language];
  const fields = fieldsIn(language, inOrder(site.fields, site.agent));
  const hello = says.defaultGreeting(site.name);
  const greeting = site.greeting.trim();
  const first = fields[0];
  if (!first) return { text: greeting || `${hello} ${says.openQuestion}`, state };
  const asksAlready = /[?؟？]/u.test(greeting);
  // A greeting such as "How can we help?" is answered by the need, or by the first field that can hold any answer.
  const asked = asksAlready
    ? (fields.find((field) => roleOf(field) === 'need') ?? fields.find((field) => roleOf(field) === 'other'))
    : first;
  const text = asksAlready ? greeting : `${greeting || hello} ${first.question}`;
  if (!asked) return { text, state };
  state.pending = asked.name;
  state.asked.push(asked.name);
  if (!asked.choices?.length) return { text, state };
  return { text, choices: asked.required ? [...asked.choices] : [...asked.choices, says.skip], state };
}

async function* reply(turn: Turn, now: Date): AsyncIterable<AgentPart> {
  const language = languageOf(turn.site.locale, turn.session.locale);
  const own = inOrder(turn.site.fields, turn.site.agent);
  const fields = fieldsIn(language, own);
  const state = readState(turn.state) ?? greet(turn.site, language).state;
  state.turns += 1;
  if (turn.session.completed) state.done = 'completed';

  const listening = listen({ ...turn, lead: spoken(turn.lead, own, fields) }, fields, state, now, language);
  const answers = await answersTo(listening, turn);
  keepRequest(listening, answers);
  const { messages, completed } = compose(listening, answers, turn.site.name);
  const noted = [...listening.learned, ...listening.corrected];
  if (noted.length > 0) state.noted = noted;

  if (Object.keys(listening.changes).length > 0)
    yield { type: 'lead', values: spoken(listening.changes, fields, own) };
  for (const { text, choices, knowledge } of messages) {
    yield { type: 'delta', text };
    yield { type: 'message', text, ...(choices && { choices }), ...(knowledge && { knowledge }) };
  }
  if (completed) yield { type: 'completed' };
  if (listening.intents.has('person')) yield { type: 'handover' };
  yield { type: 'state', state };
}

const MOST_QUESTIONS = 3;
/** Asked of the assistant itself, which answers these from what it says itself. */
const ABOUT_THE_CHAT: readonly Intent[] = ['who', 'person', 'why', 'how', 'nothing'];

/** Looks up what was asked, and also a word or two that may be the heading of an answer ("pricing"). */
async function answersTo(listening: Listening, turn: Turn): Promise<Answer[]> {
  const answers: Answer[] = [];
  const search = (question: string) => {
    turn.signal.throwIfAborted();
    return turn.searchKnowledge(question);
  };
  const { topics } = listening.hears;
  const isAboutTheChat = ABOUT_THE_CHAT.some((intent) => listening.intents.has(intent));
  if (!isAboutTheChat) {
    for (const question of listening.questions.slice(0, MOST_QUESTIONS))
      answers.push(await lookUp(question, search, topics));
  }
  for (const topic of answers.length === 0 ? topicsOf(listening) : []) {
    const answer = await lookUp(topic, search, topics);
    if (answer.hit) answers.push(answer);
  }
  return answers;
}
