/** Completes a conversation or reopens it: shown at once, saved behind that, taken back when saving fails. */
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { live } from '../../api/live.ts';
import { patchSession } from '../../api/sessions.ts';
import { texts } from '../../languages/en/app.ts';
import { showToast } from '../toasts.ts';

type CompletionStatus = SessionRow['completionStatus'];

async function setCompletion(row: SessionRow, completionStatus: CompletionStatus): Promise<void> {
  const tell = (session: SessionRow) =>
    live.publishLocally('session.updated', { sessionId: row.id, session });
  const changed = { ...row, completionStatus };
  tell(changed);
  const done = completionStatus === 'completed' ? texts.detail.completed : texts.detail.reopened;
  showToast(done, { undo: () => void setCompletion(changed, row.completionStatus) });
  try {
    await patchSession(row.id, { completionStatus });
  } catch {
    tell(row);
    // As in archive.ts: perhaps only the answer was lost.
    live.publishLocally('resync', {});
    showToast(texts.detail.saveFailed, { tone: 'problem' });
  }
}

/** Completed ones are in progress again, all others are completed. */
export function toggleCompleted(row: SessionRow): void {
  void setCompletion(row, row.completionStatus === 'completed' ? 'in_progress' : 'completed');
}
