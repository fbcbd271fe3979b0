import type { LabelColor } from '../sessions/label-schema.ts';
import { BaseModel } from './base-model.ts';

/** A word that staff put onto conversations to find them again. */
export class Label extends BaseModel {
  static override tableName = 'labels';
  declare id: string;
  declare name: string;
  declare color: LabelColor;
  /** Made for the sample conversations (demo/). */
  declare isSample: boolean;
  declare createdAt: Date;
}
