import type { KnowledgeUse } from '../knowledge/schema.ts';
import type { MessageTrace } from '../sessions/schema.ts';
import { BaseModel } from './base-model.ts';

export class Message extends BaseModel {
  static override tableName = 'messages';
  static override idColumn = ['sessionId', 'seq'];
  static override jsonAttributes = ['choices', 'agent', 'details'];
  declare sessionId: string;
  declare seq: number;
  declare id: string;
  declare role: 'visitor' | 'assistant' | 'staff' | 'system';
  declare text: string;
  declare choices: string[] | null;
  declare authorId: string | null;
  declare authorName: string | null;
  /** For a reply: the seq of the last visitor message it answers. */
  declare turnSeq: number | null;
  declare agent: Record<string, unknown> | null;
  declare details: MessageDetails | null;
  declare createdAt: Date;
}

export interface MessageDetails {
  /** The agent failed and the visitor saw the site's fallback text. */
  fallback?: boolean;
  /** The visitor had the fallback first; this came when the agent could be reached again. */
  late?: boolean;
  /** Earlier messages kept one question alone. */
  knowledge?: KnowledgeUse[] | { question: string };
  /** How it came about; for staff. */
  trace?: MessageTrace;
}
