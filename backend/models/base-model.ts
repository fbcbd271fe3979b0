import { Model } from 'objection';

/**
 * What all models share. Every query names its connection or transaction: no model is bound to one. Names are
 * camelCase here and snake_case in tables (db/knex translates).
 */
export abstract class BaseModel extends Model {}
