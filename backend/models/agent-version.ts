import type { SettingChange } from '../agent-versions/schema.ts';
import { BaseModel } from './base-model.ts';

/** A site's assistant as it was from one change of its settings to the next. */
export class AgentVersion extends BaseModel {
  static override tableName = 'agent_versions';
  static override jsonAttributes = ['settings', 'diff'];
  declare id: string;
  declare siteId: string;
  /** From 1, without gaps. */
  declare number: number;
  declare kind: string;
  declare model: string | null;
  declare workflow: string | null;
  declare hash: string;
  /** By path, without secrets; null for all but the newest. */
  declare settings: Record<string, string> | null;
  declare diff: SettingChange[];
  /** How many there are, also those that `diff` leaves out. */
  declare changes: number;
  declare authorId: string | null;
  declare authorName: string | null;
  declare createdAt: Date;
}
