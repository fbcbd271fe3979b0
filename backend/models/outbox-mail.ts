import { BaseModel } from './base-model.ts';

/** A mail that nothing has sent yet, as it would have been. One-time links are taken out. */
export class OutboxMail extends BaseModel {
  static override tableName = 'outboxMails';
  declare id: string;
  declare deliveryId: string;
  declare sessionId: string | null;
  declare event: string;
  /** Addresses, with commas between them. */
  declare recipients: string;
  declare subject: string;
  declare html: string;
  declare text: string;
  declare createdAt: Date;
  /** When it was sent after all. */
  declare sentAt: Date | null;
}
