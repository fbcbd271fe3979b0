import type { StoredReason } from '../leads/schema.ts';
import { BaseModel } from './base-model.ts';
import { ChatSession } from './chat-session.ts';
import { StaffUser } from './staff-user.ts';

/** What a conversation told about its visitor. One per conversation, from the first detail on. */
export class Lead extends BaseModel {
  static override tableName = 'leads';
  static override jsonAttributes = ['custom', 'scoreReasons'];
  static override get relationMappings() {
    return {
      session: {
        relation: BaseModel.BelongsToOneRelation,
        modelClass: ChatSession,
        join: { from: 'leads.sessionId', to: 'chat_sessions.id' },
      },
      owner: {
        relation: BaseModel.BelongsToOneRelation,
        modelClass: StaffUser,
        join: { from: 'leads.ownerId', to: 'staff_users.id' },
      },
    };
  }

  declare id: string;
  declare sessionId: string;
  declare siteId: string;
  declare name: string | null;
  declare email: string | null;
  declare phone: string | null;
  declare company: string | null;
  declare custom: Record<string, string>;
  declare consentGiven: boolean | null;
  declare consentVersion: string | null;
  declare consentAt: Date | null;
  declare consentPage: string | null;
  declare qualification: 'new' | 'qualified' | 'disqualified';
  declare score: number;
  declare scoreReasons: StoredReason[];
  declare ownerId: string | null;
  /** When the website said who is signed in (visitor/identity); null as long as it did not. */
  declare identityVerifiedAt: Date | null;
  /** The details that are still as it said. */
  declare identityFields: Array<'name' | 'email'>;
  declare completedAt: Date | null;
  declare createdAt: Date;
  declare updatedAt: Date;

  declare session?: ChatSession;
  declare owner?: StaffUser | null;
}
