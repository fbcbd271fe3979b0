import { BaseModel } from './base-model.ts';

export class ApiKey extends BaseModel {
  static override tableName = 'api_keys';
  declare id: string;
  declare name: string;
  /** The first characters, to recognise a key by. */
  declare prefix: string;
  declare keyHash: Buffer;
  declare scopes: string[];
  declare siteId: string | null;
  declare createdBy: string | null;
  declare createdAt: Date;
  declare lastUsedAt: Date | null;
  declare revokedAt: Date | null;
}
