/** The marks of a conversation, the same in the list and in its header. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { texts } from '../../languages/en/app.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import './label-chip.ts';
import '../mark.ts';

type Look = { icon: IconName; tone: Tone };

const completionLooks: Record<SessionRow['completionStatus'], Look> = {
  in_progress: { icon: 'circle', tone: 'quiet' },
  completed: { icon: 'check-circle', tone: 'passed' },
  abandoned: { icon: 'dash-circle', tone: 'quiet' },
};

const qaLooks: Record<Exclude<SessionRow['qaStatus'], 'unchecked'>, Look> = {
  passed: { icon: 'patch-check', tone: 'passed' },
  issue: { icon: 'flag', tone: 'issue' },
  fixed: { icon: 'tools', tone: 'fixed' },
};

export const channelIcons: Record<SessionRow['channel'], IconName> = {
  web: 'globe2',
  messenger: 'messenger',
  external: 'box-arrow-in-down',
};

export function completionMark({ completionStatus }: SessionRow, filled = false): TemplateResult {
  const { icon, tone } = completionLooks[completionStatus];
  return html`<desk-mark icon=${icon} tone=${tone} ?filled=${filled}>${texts.completion[completionStatus]}</desk-mark>`;
}

/** Nothing while nobody has checked it: what is not there yet needs no mark. */
export function qaMark({ qaStatus }: SessionRow, filled = false): TemplateResult | typeof nothing {
  if (qaStatus === 'unchecked') return nothing;
  const { icon, tone } = qaLooks[qaStatus];
  return html`<desk-mark icon=${icon} tone=${tone} ?filled=${filled}>${texts.qa[qaStatus]}</desk-mark>`;
}

/** Who answers: the AI, or the person who took over. */
export function whoMark({ mode, takenOverBy }: SessionRow, filled = false): TemplateResult {
  const person = mode === 'human';
  const name = person ? (takenOverBy?.name ?? texts.row.person) : texts.row.ai;
  const says = person ? texts.row.answeredBy(name) : texts.row.aiAnswers;
  return html`<desk-mark icon=${person ? 'person' : 'stars'} ?filled=${filled} title=${says}>${name}</desk-mark>`;
}

/** The labels as dots with their words; in a row there is room for the first two. */
export function labelMarks({ labels }: SessionRow, most = 2): TemplateResult | typeof nothing {
  if (labels.length === 0) return nothing;
  const rest = labels.length - most;
  const names = labels.map(({ name }) => name).join(', ');
  return html`<span class="labels" title=${names}
    >${labels.slice(0, most).map(({ name, color }) => html`<desk-label color=${color}>${name}</desk-label>`)}${
      rest > 0 ? html`<span>+${rest}</span>` : nothing
    }</span
  >`;
}
