/**
 * The settings of a site that its page edits, what can be seen to be wrong with them before the server is asked, and
 * which section of the page a setting stands in.
 */
import type { KnowledgeEntry } from '../../../backend/sites/agent-schema.ts';
import type { LeadSettings, SiteView, WidgetSettings } from '../../../backend/sites/schema.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { checkIntegrations } from '../integrations/check-integrations.ts';

type Agent = SiteView['agent'];
type Integrations = { [K in keyof SiteView['integrations']]-?: NonNullable<SiteView['integrations'][K]> };
/** A secret is as it was read, `{set, hint}`, or as it was typed. */
type WithSecrets<T, K extends keyof T> = Omit<T, K> & { [P in K]?: unknown };

export interface SiteDraft {
  name: string;
  allowedOrigins: string[];
  timezone: string;
  locale: string;
  retentionDays: number | null;
  widget: WidgetSettings;
  lead: LeadSettings;
  agent: {
    kind: Agent['kind'];
    fallbackText: string;
    replyTimeoutSeconds: number;
    handoverMinutes?: number;
    /** A secret is as it was read, `{set, hint}`, or as it was typed. */
    n8n: Omit<NonNullable<Agent['n8n']>, 'authSecret'> & { authSecret?: unknown };
    openai: Omit<NonNullable<Agent['openai']>, 'apiKey'> & { apiKey?: unknown };
    guided: { steps?: string[]; knowledge: KnowledgeEntry[] };
  };
  integrations: {
    webhook: WithSecrets<Integrations['webhook'], 'secret' | 'previousSecret' | 'headerSecret'>;
    monday: WithSecrets<Integrations['monday'], 'token'>;
    messenger: WithSecrets<Integrations['messenger'], 'pageToken' | 'appSecret' | 'verifyToken'>;
    email: Integrations['email'];
  };
}

/** What is wrong, in words, by path: `lead.fields.2.label`. */
export type Problems = Readonly<Record<string, string>>;

export const sectionNames = [
  'general',
  'look',
  'lead',
  'consent',
  'answers',
  'assistant',
  'integrations',
  'embed',
  'history',
] as const;
export type SectionName = (typeof sectionNames)[number];

export function toDraft(site: SiteView): SiteDraft {
  const { name, allowedOrigins, timezone, locale, widget, lead, agent, integrations } = site;
  const { webhook = {}, monday = {}, messenger = {}, email = {} } = integrations;
  const { steps, knowledge = [] } = agent.guided ?? {};
  return {
    name,
    allowedOrigins,
    timezone,
    locale,
    retentionDays: site.retentionDays ?? null,
    widget,
    lead,
    agent: {
      kind: agent.kind,
      fallbackText: agent.fallbackText,
      replyTimeoutSeconds: agent.replyTimeoutSeconds,
      ...(agent.handoverMinutes !== undefined && { handoverMinutes: agent.handoverMinutes }),
      n8n: agent.n8n ?? {},
      openai: agent.openai ?? {},
      guided: { ...(steps && { steps }), knowledge },
    },
    integrations: { webhook, monday, messenger, email },
  };
}

/** The section in which a path is edited. */
export function sectionOf(path: string): SectionName {
  if (path.startsWith('widget.consent')) return 'consent';
  if (path.startsWith('widget')) return 'look';
  if (path.startsWith('lead') || path.startsWith('agent.guided.steps')) return 'lead';
  if (path.startsWith('agent.guided')) return 'answers';
  if (path.startsWith('agent')) return 'assistant';
  if (path.startsWith('integrations')) return 'integrations';
  return 'general';
}

/** Sections of these paths, each once, in the order of the page. */
export function sectionsOf(paths: readonly string[]): SectionName[] {
  const touched = new Set(paths.map(sectionOf));
  return sectionNames.filter((name) => touched.has(name));
}

/** The names of sections as one reads them: "Look, Lead fields". */
export const sectionWords = (names: readonly SectionName[]): string =>
  names.map((name) => siteTexts.sections[name]).join(', ');

/** What the server would refuse, found without asking it, and said in better words. */
export function checkDraft(draft: SiteDraft): Problems {
  const problems: Record<string, string> = {};
  const need = (path: string, holds: boolean, words: string) => {
    if (!holds) problems[path] = words;
  };
  const { widget, lead, agent, retentionDays } = draft;
  const { openAfterSeconds: after, consent } = widget;
  const { fields: words, consent: consentWords, leadFields, answers, assistant, look } = siteTexts;
  need('name', draft.name.trim() !== '', siteTexts.nameMissing);
  need('retentionDays', retentionDays === null || isWhole(retentionDays, 1, 36_500), words.number(1, 36_500));
  need('widget.accent', /^#[\da-f]{6}$/i.test(widget.accent), look.accentWrong);
  need('widget.openAfterSeconds', after === undefined || isWhole(after, 0, 3600), words.number(0, 3600));
  need('widget.consent.text', !consent.required || consent.text.trim() !== '', consentWords.textMissing);
  need('widget.consent.version', consent.version.trim() !== '', consentWords.versionMissing);
  need('agent.fallbackText', agent.fallbackText.trim() !== '', assistant.fallbackMissing);
  need('agent.replyTimeoutSeconds', isWhole(agent.replyTimeoutSeconds, 5, 120), assistant.timeoutWrong);
  checkAgent(agent, need, words.number);
  checkIntegrations(draft.integrations, need);
  lead.fields.forEach(({ label, question, type, choices = [] }, at) => {
    need(`lead.fields.${at}.label`, label.trim() !== '', leadFields.labelMissing);
    need(`lead.fields.${at}.question`, question.trim() !== '', leadFields.questionMissing);
    need(`lead.fields.${at}.choices`, type !== 'choice' || choices.length > 1, leadFields.choicesMissing);
  });
  agent.guided.knowledge.forEach(({ question, answer }, at) => {
    need(`agent.guided.knowledge.${at}.question`, question.trim() !== '', answers.questionMissing);
    need(`agent.guided.knowledge.${at}.answer`, answer.trim() !== '', answers.answerMissing);
  });
  return problems;
}

/** What each kind of assistant needs before it can answer. */
function checkAgent(
  { kind, n8n, openai, handoverMinutes: minutes }: SiteDraft['agent'],
  need: (path: string, holds: boolean, words: string) => void,
  number: (from: number, to: number) => string,
): void {
  const words = agentTexts;
  const isAddress = (url: string | undefined) => !url || (/^https?:\/\//.test(url) && URL.canParse(url));
  need('agent.handoverMinutes', minutes === undefined || isWhole(minutes, 1, 1440), number(1, 1440));
  need('agent.n8n.url', isAddress(n8n.url), words.n8n.urlWrong);
  need('agent.n8n.authHeader', /^[\w!#$%&'*+.^`|~-]*$/.test(n8n.authHeader ?? ''), words.n8n.headerWrong);
  need('agent.n8n.authSecret', n8n.authSecret !== '', words.secrets.missing);
  need('agent.openai.baseUrl', isAddress(openai.baseUrl), words.n8n.urlWrong);
  need('agent.openai.apiKey', openai.apiKey !== '', words.secrets.missing);
  const { temperature: warmth, maxRepliesPerSession: replies, maxTokensPerDay: tokens } = openai;
  const isMild = warmth === undefined || (warmth >= 0 && warmth <= 2);
  need('agent.openai.temperature', isMild, words.openai.temperatureWrong);
  need(
    'agent.openai.maxRepliesPerSession',
    replies === undefined || isWhole(replies, 1, 1000),
    number(1, 1000),
  );
  need('agent.openai.maxTokensPerDay', tokens === undefined || isWhole(tokens, 1000, 1e9), number(1000, 1e9));
  if (kind === 'n8n')
    need(
      'agent.n8n.url',
      isAddress(n8n.url) && !!n8n.url,
      n8n.url ? words.n8n.urlWrong : words.n8n.urlMissing,
    );
  if (kind !== 'openai') return;
  need(
    'agent.openai.baseUrl',
    isAddress(openai.baseUrl) && !!openai.baseUrl,
    openai.baseUrl ? words.n8n.urlWrong : words.openai.baseUrlMissing,
  );
  need('agent.openai.model', !!openai.model, words.openai.modelMissing);
}

const isWhole = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to;
