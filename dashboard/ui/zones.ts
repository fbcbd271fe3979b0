/** Time zones to choose from, as the browser knows them. */
import type { Option } from './choice.ts';

/** Every time zone; `Europe/Berlin` reads as "Berlin, Europe". The chosen one is there even if the browser lacks it. */
export function timezones(chosen: string): Option[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...names].map((name) => [name, zoneLabel(name)] as const);
}

/** "Berlin" alone, where there is no room for its continent. */
export const placeOf = (name: string): string => zoneLabel(name).split(', ')[0]!;

/** "São Paulo" is not in the name of a zone, but the words are; the place comes first, as people look for it. */
function zoneLabel(name: string): string {
  const parts = name.replaceAll('_', ' ').split('/');
  return parts.length > 1 ? `${parts.slice(1).reverse().join(', ')}, ${parts[0]}` : name;
}
