/** Where a lead came from, in plain words. */
import { html, type TemplateResult } from 'lit';
import type { LeadDetail } from '../../../backend/leads/schema.ts';
import { texts as common } from '../../languages/en/app.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import type { Fact } from '../facts.ts';
import { webUrl } from '../naming.ts';
import { dateAndTime } from '../times.ts';

export function leadFacts(lead: LeadDetail): Fact[] {
  const { session, page, consent, links } = lead;
  const item = links.find(({ kind }) => kind === 'monday');
  return [
    [texts.site, lead.site.name],
    [texts.page, address(page.url, page.title)],
    [texts.referrer, address(session.referrer)],
    [texts.campaign, Object.values(session.utm).filter(Boolean).join(' / ')],
    [texts.channel, common.channel[lead.channel]],
    [texts.device, session.device],
    [texts.started, dateAndTime(session.startedAt)],
    [texts.conversation, conversation(session)],
    [texts.rating, session.rating === null ? null : texts.ratingOutOf(session.rating)],
    [texts.consent, consent && consentText(consent)],
    [texts.onMonday, item && address(item.url, texts.openItem)],
  ];
}

function conversation({ completionStatus, archiveStatus }: LeadDetail['session']): string {
  const words = common.completion[completionStatus];
  return archiveStatus === 'archived' ? `${words}, ${common.list.archived.toLowerCase()}` : words;
}

function consentText({ given, version, at }: NonNullable<LeadDetail['consent']>): string {
  return `${given ? texts.consentGiven(version) : texts.consentRefused}, ${dateAndTime(at)}`;
}

/** A page's address was written by a stranger: it becomes a link only when it is one of the web. */
function address(url: string | null, title?: string | null): string | TemplateResult | null {
  const link = url === null ? null : webUrl(url);
  if (!link) return title || url;
  const label = title || `${link.host}${link.pathname}`;
  return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow">${label}</a>`;
}
