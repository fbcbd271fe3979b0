import type { SettingChange } from './schema.ts';
import { type FlatSettings, SECRET } from './settings.ts';

/** What fits a line or two. */
const TEXT_MAX = 240;
/** Shown of what stayed the same before the difference. */
const LEAD_IN = 60;

/**
 * What is not as it was, in the order of the settings.
 * @param secrets paths of secrets that were written anew
 */
export function diffOf(
  before: FlatSettings,
  after: FlatSettings,
  secrets: readonly string[] = [],
): SettingChange[] {
  const paths = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return paths.flatMap((path): SettingChange[] => {
    const [old, now] = [before[path], after[path]];
    if (old === SECRET || now === SECRET)
      return old === now && !secrets.includes(path)
        ? []
        : [{ path, change: 'secret', before: null, after: null }];
    if (old === now) return [];
    const [shortOld, shortNow] = shorten(old, now);
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ path, change, before: shortOld, after: shortNow }];
  });
}

/** Both texts from a little before the place where they part. */
function shorten(old: string | undefined, now: string | undefined): [string | null, string | null] {
  let same = 0;
  if (old !== undefined && now !== undefined)
    while (same < Math.min(old.length, now.length) && old[same] === now[same]) same++;
  const longest = Math.max(old?.length ?? 0, now?.length ?? 0);
  const start = longest <= TEXT_MAX ? 0 : Math.max(0, same - LEAD_IN);
  const cut = (text: string | undefined) => {
    if (text === undefined) return null;
    const end = start + TEXT_MAX;
    return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  };
  return [cut(old), cut(now)];
}
