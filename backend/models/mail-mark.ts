import { BaseModel } from './base-model.ts';

/** An address of the team that refuses mail. */
export class MailMark extends BaseModel {
  static override tableName = 'mailMarks';
  static override idColumn = 'addressHash';
  /** Keyed: the address itself is not kept. */
  declare addressHash: Buffer;
  declare kind: 'bounced' | 'complained' | 'suppressed' | 'failed';
  declare markedAt: Date;
  declare clearedAt: Date | null;
}
