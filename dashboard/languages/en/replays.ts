/** What is said about running conversations again, kept cases and versions; loaded with those who show them. */
import { number } from '../locale.ts';

const turns = (n: number) => (n === 1 ? '1 turn' : `${n} turns`);
const answers = (n: number) => (n === 1 ? '1 answer' : `${n} answers`);
const percent = (rate: number) => `${Math.round(rate * 100)} %`;

export const replayTexts = {
  title: 'Run again',
  panelText: 'Ask the assistant as it is now what this visitor asked. Nothing is stored or sent.',
  open: 'Run again',
  isCase: 'Kept as a case',

  loading: 'Loading the conversation',
  failedTitle: 'This did not load',
  back: 'Back to the conversation',
  earlier: 'Then',
  expected: 'Expected',
  now: 'Now',
  greeting: 'Greeting',
  visitor: 'Visitor',
  sameAnswer: 'Same answer',
  noAnswer: 'No answer',
  lead: 'Lead',
  field: 'Detail',
  noLead: 'Neither then nor now was anything learned about the visitor.',
  missing: 'not known',
  version: (number: number | undefined) => (number ? `Assistant v${number}` : 'The assistant'),
  ranBy: (who: string) => `run by ${who}`,
  waiting: 'Waiting for its turn…',
  running: (done: number, total: number) => `Asking… ${done} of ${turns(total)}`,
  outcomes: {
    same: 'Same answers, same lead',
    changed_replies: 'Other answers',
    changed_lead: 'Another lead',
    fault: 'No answer',
  },
  changed: (changed: number, all: number) => `${changed} of ${answers(all)} changed`,
  faultText: 'The assistant could not answer here, so nothing after it was asked.',
  again: 'Run again',
  keep: 'Keep as a case',
  kept: 'Kept. It runs with all other cases from now on.',
  accept: 'Expect this from now on',
  accepted: 'Accepted. This is what the case expects from now on.',
  fix: (number: number | undefined) => (number ? `Mark as fixed in v${number}` : 'Mark as fixed'),
  fixed: 'Marked as fixed.',
  fixNote: 'Run again against the changed assistant.',
  failed: 'That did not work.',

  cases: {
    title: 'Cases',
    text: 'Conversations that have to go well. Run them after a change of the assistant and see what is answered otherwise.',
    emptyTitle: 'No case yet',
    emptyText:
      'Open a conversation, press “Run again” beside it, and keep it as a case when the answers are right.',
    toConversations: 'Choose a conversation',
    runAll: 'Run all',
    running: (done: number, total: number) => `${done} of ${total}`,
    never: 'Not run yet',
    see: 'See what changed',
    remove: 'Remove',
    removed: 'Removed from the cases. The conversation stays.',
    expects: (version: number | null) => (version ? `expects v${version}` : 'expects the first answers'),
    turns,
    count: (n: number) => (n === 1 ? '1 case' : `${n} cases`),
    progress: 'Cases that were run',
  },

  history: {
    text: 'Every change of what the assistant answers from, and how often its conversations had an issue.',
    now: 'answers now',
    first: 'The first version.',
    by: (name: string) => `by ${name}`,
    nobody: 'Parlour itself',
    settings: {
      'agent.kind': 'Who answers',
      'agent.fallbackText': 'What visitors read when it cannot answer',
      'agent.replyTimeoutSeconds': 'Wait for an answer at most (seconds)',
      'agent.n8n.url': 'Chat URL of the workflow',
      'agent.n8n.authHeader': 'Header for the secret',
      'agent.n8n.authSecret': 'Secret of the workflow',
      'agent.openai.baseUrl': 'Address of the model’s server',
      'agent.openai.apiKey': 'API key of the model',
      'agent.openai.systemPrompt': 'Instructions',
      'widget.greeting': 'Greeting',
      'lead.fields': 'Lead fields and their order',
    } as Readonly<Record<string, string>>,
    lists: {
      knowledge: (question: string) => `Answer to “${question}”`,
      page: (title: string) => `Page “${title}”`,
    } as Readonly<Record<string, (title: string) => string>>,
    partOfField: (field: string, part: string) => `Lead field ${field}: ${part.toLowerCase()}`,
    emptyDiff: 'No difference in the settings.',
    secret: 'A secret was changed.',
    more: (n: number) => (n === 1 ? 'and 1 more change' : `and ${n} more changes`),
    show: (n: number) => (n === 1 ? '1 change' : `${n} changes`),
    conversations: (n: number) =>
      n === 0 ? 'No conversation yet' : n === 1 ? '1 conversation' : `${number(n)} conversations`,
    rate: (issues: number, reviewed: number) =>
      `${issues} of ${reviewed} reviewed with an issue (${percent(issues / reviewed)})`,
    unreviewed: 'none reviewed yet',
    compare: (before: number, after: number) =>
      before === after
        ? `The issue rate stayed at ${percent(after)}.`
        : `The issue rate went ${after < before ? 'down' : 'up'} from ${percent(before)} to ${percent(after)} with this change.`,
    failedTitle: 'The history did not load',
    cases: 'Run the kept cases',
  },
};
