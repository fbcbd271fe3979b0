/**
 * Changes many conversations at once and says so, with the way back where there is one. The rows move by the live
 * events that everybody gets.
 */
import type { BulkAction, BulkResult } from '../../../backend/sessions/filter-schema.ts';
import { type BulkTarget, changeSessions } from '../../api/sessions.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { showToast } from '../toasts.ts';

const texts = conversationTexts.bulk;

const OPPOSITE: Partial<Record<BulkAction, BulkAction>> = {
  archive: 'unarchive',
  unarchive: 'archive',
  complete: 'reopen',
  reopen: 'complete',
};

/** True when it was done. */
export async function runBulk(target: BulkTarget, action: BulkAction): Promise<boolean> {
  try {
    sayDone(action, await changeSessions(target, action));
    return true;
  } catch {
    showToast(texts.failed, { tone: 'problem' });
    return false;
  }
}

function sayDone(action: BulkAction, { changed, ids, more }: BulkResult): void {
  if (changed === 0) {
    showToast(texts.nothing);
    return;
  }
  const opposite = OPPOSITE[action];
  const said = texts.done[action](changed);
  showToast(more ? `${said} ${texts.more}` : said, {
    undo: opposite && (() => void runBulk({ ids }, opposite)),
  });
}
