import { BaseModel } from './base-model.ts';

/** A fault that happened once or more often. */
export class Incident extends BaseModel {
  static override tableName = 'incidents';
  static override jsonAttributes = ['workflow', 'details'];
  declare id: string;
  declare siteId: string | null;
  declare fingerprint: string;
  declare status: 'open' | 'resolved' | 'muted';
  declare severity: 'warning' | 'error' | 'critical';
  declare workflow: { id?: string; name?: string };
  declare node: string | null;
  declare message: string;
  declare stack: string | null;
  declare details: Record<string, unknown>;
  declare occurrences: number;
  declare firstAt: Date;
  declare lastAt: Date;
}

/** One time that it happened. */
export class IncidentOccurrence extends BaseModel {
  static override tableName = 'incidentOccurrences';
  static override jsonAttributes = ['execution'];
  declare id: string;
  declare incidentId: string;
  declare sessionId: string | null;
  declare messageSeq: number | null;
  declare execution: { id?: string; url?: string };
  declare at: Date;
}
