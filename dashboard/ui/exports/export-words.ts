/** What an export includes, in a few words for each filter. */

import type { ListFilters } from '../../api/session-filters.ts';
import { texts as common } from '../../languages/en/app.ts';
import { exportTexts } from '../../languages/en/leads.ts';
import { number } from '../../languages/locale.ts';
import { dayName } from '../times.ts';

const texts = exportTexts.filters;
type Named = readonly { id: string; name: string }[];

export function filterWords(filters: ListFilters, sites: Named, labels: Named): string[] {
  const { archive = 'active', completion, mode, lead, qa, channel, site, label, from, to, q } = filters;
  const nameOf = (list: Named, id: string) => list.find((one) => one.id === id)?.name;
  const siteName = site && nameOf(sites, site);
  const labelName = label && nameOf(labels, label);
  return [
    texts[archive],
    completion && common.completion[completion],
    mode && texts.answered[mode],
    lead && texts.lead[lead],
    qa && common.qa[qa],
    channel && common.channel[channel],
    site && (siteName ? texts.site(siteName) : texts.oneSite),
    label && (labelName ? texts.label(labelName) : texts.oneLabel),
    from && texts.since(dayName(from)),
    to && texts.until(dayName(to)),
    q && texts.search(q),
  ].filter((says): says is string => Boolean(says));
}

/** 900 B, 12 KB, 3.4 MB: in steps of a thousand, as file managers count. */
export function sizeText(bytes: number): string {
  const format = (value: number, unit: string) =>
    number(value, {
      style: 'unit',
      unit,
      maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0,
    });
  if (bytes < 1000) return format(bytes, 'byte');
  if (bytes < 1e6) return format(bytes / 1e3, 'kilobyte');
  return format(bytes / 1e6, 'megabyte');
}
