import type { Script } from '../replays/schema.ts';
import { BaseModel } from './base-model.ts';

/** A conversation kept as a case: what the visitor said, and what the assistant should answer. */
export class RegressionCase extends BaseModel {
  static override tableName = 'regression_cases';
  static override jsonAttributes = ['script'];
  declare id: string;
  declare siteId: string;
  declare sessionId: string;
  declare name: string;
  declare script: Script;
  declare acceptedVersion: number | null;
  declare acceptedBy: string | null;
  declare acceptedAt: Date;
  declare lastOutcome: 'same' | 'changed_replies' | 'changed_lead' | 'fault' | null;
  declare lastRunId: string | null;
  declare lastRunAt: Date | null;
  declare createdBy: string | null;
  declare createdAt: Date;
}
