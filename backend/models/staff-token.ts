import { BaseModel } from './base-model.ts';

/** A one-time link: set-up, invitation or password reset. Only the token's sha256 is kept. */
export class StaffToken extends BaseModel {
  static override tableName = 'staff_tokens';
  static override idColumn = 'tokenHash';
  declare tokenHash: Buffer;
  declare purpose: 'setup' | 'invite' | 'reset';
  declare userId: string | null;
  declare createdAt: Date;
  declare expiresAt: Date;
}
