import { BaseModel } from './base-model.ts';

/** What a conversation told about its visitor. One per conversation, from the first detail on. */
export class Lead extends BaseModel {
  static override tableName = 'leads';
  static override jsonAttributes = ['custom'];
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
  declare score: number | null;
  declare ownerId: string | null;
  declare completedAt: Date | null;
  declare createdAt: Date;
  declare updatedAt: Date;
}
