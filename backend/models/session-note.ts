import { BaseModel } from './base-model.ts';

/** What one of the team wrote beside a conversation. */
export class SessionNote extends BaseModel {
  static override tableName = 'session_notes';
  declare id: string;
  declare sessionId: string;
  declare authorId: string | null;
  /** As it was at the time of writing, so that a note outlives its author's account. */
  declare authorName: string;
  declare text: string;
  declare createdAt: Date;
  declare editedAt: Date | null;
}
