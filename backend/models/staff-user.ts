import type { Role } from '../staff/schema.ts';
import { BaseModel } from './base-model.ts';

export class StaffUser extends BaseModel {
  static override tableName = 'staff_users';
  declare id: string;
  declare email: string;
  declare name: string;
  declare role: Role;
  declare status: 'invited' | 'active' | 'disabled';
  declare passwordHash: string | null;
  declare passwordChangedAt: Date | null;
  declare lastLoginAt: Date | null;
  /** They said that they forgot their password, and have not chosen a new one yet. */
  declare resetRequestedAt: Date | null;
  /** They want to read each morning what happened the day before. */
  declare mailDailySummary: boolean;
  /** They want to know when an issue that they found is fixed. */
  declare mailFixedIssues: boolean;
  /** In which they last had the dashboard, for mails; unknown until they first open it. */
  declare language: string | null;
  declare createdAt: Date;
  declare updatedAt: Date;
}
