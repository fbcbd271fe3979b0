import { BaseModel } from './base-model.ts';

/** One sign-in of a person on a device. */
export class StaffSession extends BaseModel {
  static override tableName = 'staff_sessions';
  declare id: string;
  declare idHash: Buffer;
  declare userId: string;
  declare device: string | null;
  declare ipPrefix: string | null;
  declare createdAt: Date;
  declare lastSeenAt: Date;
  declare expiresAt: Date;
}
