/** Where a lead came from, in plain words. */
import type { LeadDetail } from '../../../backend/leads/schema.ts';
import { texts as common } from '../../languages/en/app.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import type { Fact } from '../facts.ts';
import { outsideLink } from '../outside-link.ts';
import { dateAndTime } from '../times.ts';

export function leadFacts(lead: LeadDetail): Fact[] {
  const { session, page, consent, links } = lead;
  const item = links.find(({ kind }) => kind === 'monday');
  return [
    [texts.site, lead.site.name],
    [texts.page, outsideLink(page.url, page.title)],
    [texts.referrer, outsideLink(session.referrer)],
    [texts.campaign, Object.values(session.utm).filter(Boolean).join(' / ')],
    [texts.channel, common.channel[lead.channel]],
    [texts.device, session.device],
    [texts.started, dateAndTime(session.startedAt)],
    [texts.conversation, conversation(session)],
    [texts.rating, session.rating === null ? null : texts.ratingOutOf(session.rating)],
    [texts.consent, consent && consentText(consent)],
    [texts.onMonday, item && outsideLink(item.url, texts.openItem)],
  ];
}

function conversation({ completionStatus, archiveStatus }: LeadDetail['session']): string {
  const words = common.completion[completionStatus];
  return archiveStatus === 'archived' ? `${words}, ${common.list.archived.toLowerCase()}` : words;
}

function consentText({ given, version, at }: NonNullable<LeadDetail['consent']>): string {
  return `${given ? texts.consentGiven(version) : texts.consentRefused}, ${dateAndTime(at)}`;
}
