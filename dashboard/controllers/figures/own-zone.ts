/** The time zone that a person reads figures in, as they last chose it in this browser; '' for their own, or the site's. */
import { isZone } from '../../languages/zone.ts';
import { readStored, writeStored } from '../storage.ts';

const KEY = 'parlour.figures-timezone';

export const rememberZone = (timezone = ''): void => writeStored(KEY, timezone);

export function rememberedZone(): string {
  const stored = readStored(KEY) ?? '';
  return isZone(stored) ? stored : '';
}
