import type { IncidentOccurrence } from '../models/incident.ts';
import type { ListedIncident } from './queries.ts';
import type { IncidentDetail, IncidentView } from './schema.ts';

export function presentIncident(incident: ListedIncident): IncidentView {
  return {
    id: incident.id,
    fingerprint: incident.fingerprint,
    status: incident.status,
    severity: incident.severity,
    site: incident.siteId ? { id: incident.siteId, name: incident.siteName ?? '' } : null,
    workflow: incident.workflow,
    node: incident.node,
    message: incident.message,
    occurrences: incident.occurrences,
    firstAt: incident.firstAt.toISOString(),
    lastAt: incident.lastAt.toISOString(),
    execution: incident.lastExecution ?? {},
    sessionId: incident.lastSessionId,
  };
}

export function presentIncidentDetail(
  incident: ListedIncident,
  recent: IncidentOccurrence[],
): IncidentDetail {
  return {
    ...presentIncident(incident),
    stack: incident.stack,
    details: incident.details,
    recent: recent.map(({ at, sessionId, messageSeq, execution }) => ({
      at: at.toISOString(),
      sessionId,
      messageSeq,
      execution,
    })),
  };
}
