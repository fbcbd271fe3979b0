/** What a site's settings say about its board on Monday.com, with the token opened. */
import type { Keys } from '../../keys.ts';
import type { Site } from '../../models/site.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';

const MONDAY_URL = 'https://api.monday.com/v2';

/** Enough to call the API. */
export interface MondayAccess {
  token: string;
  apiUrl: string;
}

export interface MondaySettings {
  apiUrl: string;
  token?: string;
  boardId?: string;
  groupId?: string;
  /** Column ids by what goes into them (values.ts). */
  columns: Readonly<Record<string, string>>;
}

/** A token that can't be opened counts as not set: it was sealed with another APP_SECRET. */
export function mondaySettings(
  { integrations }: Pick<Site, 'integrations'>,
  secretKey: Keys,
): MondaySettings {
  const stored = (integrations.monday ?? {}) as Partial<Omit<MondaySettings, 'token'>> & { token?: unknown };
  return {
    apiUrl: stored.apiUrl?.trim() || MONDAY_URL,
    token: openToken(stored.token, secretKey),
    boardId: stored.boardId?.trim() || undefined,
    groupId: stored.groupId?.trim() || undefined,
    columns: stored.columns ?? {},
  };
}

function openToken(sealed: unknown, secretKey: Keys): string | undefined {
  if (!isSealed(sealed)) return undefined;
  try {
    return decryptSecret(sealed, 'integrations.monday.token', secretKey);
  } catch {
    return undefined;
  }
}
