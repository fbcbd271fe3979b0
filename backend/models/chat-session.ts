import { BaseModel } from './base-model.ts';
import { Label } from './label.ts';
import { Lead } from './lead.ts';
import { Site } from './site.ts';
import { StaffUser } from './staff-user.ts';

/** A conversation. */
export class ChatSession extends BaseModel {
  static override tableName = 'chat_sessions';
  static override jsonAttributes = ['utm', 'agentState'];
  static override get relationMappings() {
    const to = (column: string, table: string) => ({ from: `chat_sessions.${column}`, to: `${table}.id` });
    return {
      site: { relation: BaseModel.BelongsToOneRelation, modelClass: Site, join: to('siteId', 'sites') },
      takenOverByUser: {
        relation: BaseModel.BelongsToOneRelation,
        modelClass: StaffUser,
        join: to('takenOverBy', 'staff_users'),
      },
      archivedByUser: {
        relation: BaseModel.BelongsToOneRelation,
        modelClass: StaffUser,
        join: to('archivedBy', 'staff_users'),
      },
      lead: {
        relation: BaseModel.HasOneRelation,
        modelClass: Lead,
        join: { from: 'chat_sessions.id', to: 'leads.sessionId' },
      },
      labels: {
        relation: BaseModel.ManyToManyRelation,
        modelClass: Label,
        join: {
          from: 'chat_sessions.id',
          through: { from: 'session_labels.sessionId', to: 'session_labels.labelId' },
          to: 'labels.id',
        },
      },
    };
  }

  declare id: string;
  declare siteId: string;
  declare channel: 'web' | 'messenger' | 'external';
  declare externalId: string | null;
  declare visitorId: string | null;
  declare pageUrl: string | null;
  declare pageTitle: string | null;
  declare referrer: string | null;
  declare utm: Record<string, string>;
  declare locale: string | null;
  declare timezone: string | null;
  declare device: string | null;
  declare ipPrefix: string | null;
  declare completionStatus: 'in_progress' | 'completed' | 'abandoned';
  declare completedAt: Date | null;
  declare completionSignal: 'agent' | 'required_fields' | 'visitor' | 'automation' | 'staff' | null;
  declare archiveStatus: 'active' | 'archived';
  declare archivedAt: Date | null;
  declare archivedBy: string | null;
  declare qaStatus: 'unchecked' | 'passed' | 'issue' | 'fixed';
  declare mode: 'ai' | 'human';
  declare takenOverBy: string | null;
  declare takenOverAt: Date | null;
  /** Kept when it is handed back: figures ask whether a person ever had it. */
  declare firstTakenOverAt: Date | null;
  declare lastSeq: number;
  declare lastMessageAt: Date;
  declare lastMessageRole: string | null;
  declare lastMessageText: string | null;
  declare visitorSeq: number;
  declare answeredSeq: number;
  /** Since when the visitor waits for the assistant or, in mode human, for a person. */
  declare awaitingSince: Date | null;
  declare turnId: string | null;
  declare turnUntil: Date | null;
  /** How often an answer to what is open was begun since one was stored. */
  declare turnTries: number;
  declare agentState: unknown;
  /** When the answer that is owed to the visitor is tried again; null when none is (conversation/owed-turns). */
  declare retryAt: Date | null;
  /** The visitor's words after this seq are still open, although a fallback followed them. */
  declare owedFrom: number | null;
  /** Since when the team knows that the visitor wants a person; null again once one has come. */
  declare wantsPersonSince: Date | null;
  /** The wait for a person who took over that the team was told of last: `awaitingSince` as it was then. */
  declare waitingToldAt: Date | null;
  /** The version of the assistant that answered last; null from before versions were counted. */
  declare agentVersion: number | null;
  declare rating: number | null;
  declare ratingComment: string | null;
  declare startedAt: Date;
  declare updatedAt: Date;

  declare site?: Site;
  declare lead?: Lead | null;
  declare labels?: Label[];
  declare takenOverByUser?: StaffUser | null;
  declare archivedByUser?: StaffUser | null;
}
