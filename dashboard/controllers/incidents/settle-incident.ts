/** Saying that an error is dealt with, with a way back. */
import type { IncidentDetail, IncidentStatus, IncidentView } from '../../../backend/incidents/schema.ts';
import { messageOf } from '../../api/client.ts';
import { settleIncident } from '../../api/incidents.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { showToast } from '../toasts.ts';

type Settled = Pick<IncidentView, 'id' | 'status'>;

/** Every screen hears of it by its event. Null when it could not be saved; a note says why. */
export async function settle(incident: Settled, status: IncidentStatus): Promise<IncidentDetail | null> {
  try {
    const changed = await settleIncident(incident.id, status);
    showToast(texts.settled[status], { undo: () => void settle({ ...incident, status }, incident.status) });
    return changed;
  } catch (error) {
    showToast(`${texts.notSettled} ${messageOf(error)}`, { tone: 'problem' });
    return null;
  }
}

/** What "e" does: an open error is resolved, any other is open again. */
export const nextStatus = ({ status }: Settled): IncidentStatus => (status === 'open' ? 'resolved' : 'open');
