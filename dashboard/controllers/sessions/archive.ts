/**
 * Archives a conversation or takes it out again, completes or reopens it: shown at once, saved behind that, taken back
 * when saving fails.
 */
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { live } from '../../api/live.ts';
import { patchSession } from '../../api/sessions.ts';
import { texts } from '../../languages/en/app.ts';
import { showToast } from '../toasts.ts';

export type ArchiveStatus = SessionRow['archiveStatus'];

export async function setArchived(row: SessionRow, archiveStatus: ArchiveStatus): Promise<void> {
  show({ ...row, archiveStatus });
  const done = archiveStatus === 'archived' ? texts.detail.archived : texts.detail.unarchived;
  showToast(done, { undo: () => void setArchived({ ...row, archiveStatus }, row.archiveStatus) });
  try {
    await patchSession(row.id, { archiveStatus });
  } catch {
    show(row);
    showToast(texts.detail.archiveFailed, { tone: 'problem' });
  }
}

/** The other status than the one it has. */
export function toggleArchived(row: SessionRow): void {
  void setArchived(row, row.archiveStatus === 'active' ? 'archived' : 'active');
}

type CompletionStatus = SessionRow['completionStatus'];

export async function setCompletion(row: SessionRow, completionStatus: CompletionStatus): Promise<void> {
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
    showToast(texts.detail.saveFailed, { tone: 'problem' });
  }
}

/** Completed ones are in progress again, all others are completed. */
export function toggleCompleted(row: SessionRow): void {
  void setCompletion(row, row.completionStatus === 'completed' ? 'in_progress' : 'completed');
}

/** List and detail hear of it the way they hear of everybody else's changes. */
function show(session: SessionRow): void {
  const name = session.archiveStatus === 'archived' ? 'session.archived' : 'session.unarchived';
  live.publishLocally(name, { sessionId: session.id, session });
}
