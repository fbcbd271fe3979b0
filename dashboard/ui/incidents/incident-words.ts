/** How an error is told: where it happened, how grave it is, how it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { IncidentStatus, IncidentView, Severity } from '../../../backend/incidents/schema.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import { webUrl } from '../naming.ts';
import '../mark.ts';

export const severityIcons: Record<Severity, IconName> = {
  warning: 'info-circle',
  error: 'exclamation-triangle',
  critical: 'flag',
};

const looks: Record<IncidentStatus, readonly [Tone, IconName]> = {
  open: ['issue', 'circle'],
  resolved: ['passed', 'check-circle'],
  muted: ['quiet', 'slash-circle'],
};

export function statusMark(status: IncidentStatus): TemplateResult {
  const [tone, name] = looks[status];
  return html`<desk-mark tone=${tone} icon=${name}>${texts.status[status]}</desk-mark>`;
}

/** "Sales chat · Call API": the workflow and the step, as far as they are known. */
export function placeOf({ workflow, node }: Pick<IncidentView, 'workflow' | 'node'>): string {
  return [workflow.name ?? workflow.id ?? texts.assistant, node].filter(Boolean).join(' · ');
}

/** The way to one run where it was made; only http and https become links, whatever was reported. */
export function runLink({ id, url }: IncidentView['execution']): TemplateResult | typeof nothing {
  const link = url ? webUrl(url) : null;
  if (link)
    return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow"
      >${texts.openRun}${id ? html`<span class="unseen"> ${id}</span>` : nothing}</a
    >`;
  return id ? html`<span class="quiet">${texts.run(id)}</span>` : nothing;
}
