import { BaseModel } from './base-model.ts';

/** A page of text that a site's assistant may draw on. Its passages are rows of their own (knowledge/passages). */
export class KnowledgePage extends BaseModel {
  static override tableName = 'knowledge_pages';
  declare id: string;
  declare siteId: string;
  declare title: string;
  declare body: string;
  declare createdAt: Date;
  declare updatedAt: Date;
  /** Counted by queries that ask for it. */
  declare bytes?: number;
  declare passages?: number;
  declare excerpt?: string;
}
