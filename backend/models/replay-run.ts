import type { AgentIdentity } from '../agent-versions/schema.ts';
import type { PlayedTurn } from '../replays/schema.ts';
import { BaseModel } from './base-model.ts';

/** Conversations run again against the assistant as it is now: one of them, or every kept case of a site. */
export class ReplayRun extends BaseModel {
  static override tableName = 'replay_runs';
  static override jsonAttributes = ['agent'];
  declare id: string;
  declare siteId: string;
  declare kind: 'replay' | 'regression';
  declare sessionId: string | null;
  declare status: 'waiting' | 'running' | 'done' | 'failed';
  /** Why it failed, in plain words. */
  declare problem: string | null;
  declare total: number;
  declare done: number;
  declare agent: AgentIdentity | null;
  declare startedBy: string | null;
  declare startedName: string | null;
  declare takenBy: string | null;
  declare attempts: number;
  declare createdAt: Date;
  declare finishedAt: Date | null;
}

/** One conversation of a run. */
export class ReplayResult extends BaseModel {
  static override tableName = 'replay_results';
  static override idColumn = ['runId', 'number'];
  static override jsonAttributes = ['turns', 'oldLead', 'newLead'];
  declare runId: string;
  declare number: number;
  declare sessionId: string;
  declare caseId: string | null;
  declare outcome: 'same' | 'changed_replies' | 'changed_lead' | 'fault' | null;
  declare turns: PlayedTurn[];
  declare oldLead: Record<string, string>;
  declare newLead: Record<string, string>;
  declare fault: string | null;
  declare finishedAt: Date | null;
}
