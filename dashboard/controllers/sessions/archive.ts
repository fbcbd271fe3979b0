/** Archives a conversation or takes it out again: shown at once, saved behind that, taken back when saving fails. */
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { live } from '../../api/live.ts';
import { patchSession } from '../../api/sessions.ts';
import { texts } from '../../languages/en/app.ts';
import { showToast } from '../toasts.ts';

export type ArchiveStatus = SessionRow['archiveStatus'];

async function setArchived(row: SessionRow, archiveStatus: ArchiveStatus): Promise<void> {
  show({ ...row, archiveStatus });
  const done = archiveStatus === 'archived' ? texts.detail.archived : texts.detail.unarchived;
  showToast(done, { undo: () => void setArchived({ ...row, archiveStatus }, row.archiveStatus) });
  try {
    await patchSession(row.id, { archiveStatus });
  } catch {
    show(row);
    // It may be stored all the same, where only the answer was lost: what is true is read.
    live.publishLocally('resync', {});
    showToast(texts.detail.archiveFailed, { tone: 'problem' });
  }
}

/** The other status than the one it has. */
export function toggleArchived(row: SessionRow): void {
  void setArchived(row, row.archiveStatus === 'active' ? 'archived' : 'active');
}

/** List and detail hear of it the way they hear of everybody else's changes. */
function show(session: SessionRow): void {
  const name = session.archiveStatus === 'archived' ? 'session.archived' : 'session.unarchived';
  live.publishLocally(name, { sessionId: session.id, session });
}
