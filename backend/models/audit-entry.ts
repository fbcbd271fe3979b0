import { BaseModel } from './base-model.ts';

export class AuditEntry extends BaseModel {
  static override tableName = 'audit_entries';
  static override jsonAttributes = ['details'];
  declare id: string;
  declare at: Date;
  declare actorKind: 'staff' | 'api_key' | 'visitor' | 'system';
  declare actorId: string | null;
  declare actorName: string | null;
  declare action: string;
  declare subjectKind: string;
  declare subjectId: string | null;
  declare siteId: string | null;
  declare details: Record<string, unknown>;
  declare ipPrefix: string | null;
}
