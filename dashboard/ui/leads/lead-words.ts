/** How leads and what happened to them are said. */
import { html, type TemplateResult } from 'lit';
import type { LeadChange, LeadView, Qualification } from '../../../backend/leads/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import { detailLabel } from './details.ts';
import '../mark.ts';

const looks: Record<Qualification, { icon: IconName; tone: Tone }> = {
  new: { icon: 'circle', tone: 'quiet' },
  qualified: { icon: 'check-circle', tone: 'passed' },
  disqualified: { icon: 'slash-circle', tone: 'quiet' },
};

export function qualificationMark(qualification: Qualification, filled = false): TemplateResult {
  const { icon, tone } = looks[qualification];
  return html`<desk-mark icon=${icon} tone=${tone} ?filled=${filled}>${texts.qualification[qualification]}</desk-mark>`;
}

/** Who it is: the name, else how to reach them. */
export function leadName({
  name,
  email,
  phone,
  company,
}: Pick<LeadView, 'name' | 'email' | 'phone' | 'company'>) {
  return [name, email, phone, company].find((value) => value?.trim())?.trim() ?? texts.nameless;
}

/** One line of the history: "Ana changed the phone from … to …". */
export function changeSentence(change: LeadChange, fields: readonly LeadField[]): string {
  const who = change.by ?? texts.sources[change.source];
  if (change.kind === 'qualification')
    return texts.marked(who, texts.qualification[change.to as Qualification] ?? change.to ?? '');
  if (change.kind === 'owner') {
    if (change.to === null) return texts.released(who);
    return change.to === who ? texts.tookOver(who) : texts.handed(who, change.to);
  }
  const what = texts.detail(detailLabel(change.field, fields));
  if (change.to === null) return texts.removed(who, what, change.from ?? '');
  if (change.from !== null) return texts.changed(who, what, change.from, change.to);
  const says = change.source === 'visitor' || change.source === 'website' ? texts.gave : texts.wrote;
  return says(who, what, change.to);
}
