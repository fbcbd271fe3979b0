import { BaseModel } from './base-model.ts';

/** One verdict about a conversation. None is ever changed: a new word is a new row. */
export class Review extends BaseModel {
  static override tableName = 'reviews';
  declare id: string;
  declare sessionId: string;
  declare fromStatus: 'unchecked' | 'passed' | 'issue' | 'fixed';
  declare toStatus: 'unchecked' | 'passed' | 'issue' | 'fixed';
  declare category: string | null;
  declare cause: 'prompt' | 'knowledge' | 'workflow' | 'model' | 'bug' | 'other' | null;
  declare note: string | null;
  declare developerFeedback: string | null;
  /** The message that the issue is about. */
  declare messageSeq: number | null;
  declare fixedVersion: string | null;
  declare userId: string | null;
  /** As it was at the time, so that a verdict outlives its reviewer's account. */
  declare userName: string | null;
  declare createdAt: Date;
}
