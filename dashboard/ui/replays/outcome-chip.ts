import { html, type TemplateResult } from 'lit';
import type { Outcome } from '../../../backend/replays/schema.ts';
import { replayTexts } from '../../languages/en/replays.ts';
import { type IconName, icon } from '../icons.ts';

const ICONS: Record<Outcome, IconName> = {
  same: 'check-circle',
  changed_replies: 'pencil',
  changed_lead: 'person-vcard',
  fault: 'exclamation-triangle',
};

/** How a conversation went that was run again; its host colours `.outcome.<name>` by outcomeStyles. */
export const outcomeChip = (outcome: Outcome): TemplateResult =>
  html`<span class="outcome ${outcome}">${icon(ICONS[outcome])}${replayTexts.outcomes[outcome]}</span>`;
