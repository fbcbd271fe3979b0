/**
 * The settings of a site that its page edits, what can be seen to be wrong with them before the server is asked, and
 * which section of the page a setting stands in.
 */
import type { KnowledgeEntry, LeadSettings, SiteView, WidgetSettings } from '../../backend/sites/schema.ts';
import { siteTexts } from '../texts-sites.ts';

export interface SiteDraft {
  name: string;
  allowedOrigins: string[];
  timezone: string;
  locale: string;
  retentionDays: number | null;
  widget: WidgetSettings;
  lead: LeadSettings;
  agent: {
    fallbackText: string;
    replyTimeoutSeconds: number;
    guided: { steps?: string[]; knowledge: KnowledgeEntry[] };
  };
}

/** What is wrong, in words, by path: `lead.fields.2.label`. */
export type Problems = Readonly<Record<string, string>>;

export const sectionNames = ['general', 'look', 'lead', 'consent', 'answers', 'assistant', 'embed'] as const;
export type SectionName = (typeof sectionNames)[number];

export function toDraft(site: SiteView): SiteDraft {
  const { name, allowedOrigins, timezone, locale, widget, lead, agent } = site;
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
      fallbackText: agent.fallbackText,
      replyTimeoutSeconds: agent.replyTimeoutSeconds,
      guided: { ...(steps && { steps }), knowledge },
    },
  };
}

/** The section in which a path is edited. */
export function sectionOf(path: string): SectionName {
  if (path.startsWith('widget.consent')) return 'consent';
  if (path.startsWith('widget')) return 'look';
  if (path.startsWith('lead') || path.startsWith('agent.guided.steps')) return 'lead';
  if (path.startsWith('agent.guided')) return 'answers';
  if (path.startsWith('agent')) return 'assistant';
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

const isWhole = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to;
