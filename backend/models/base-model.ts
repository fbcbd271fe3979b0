import type { Knex } from 'knex';
import { Model } from 'objection';

/**
 * What all models share. Every query names its connection or transaction: no model is bound to one. Names are
 * camelCase here and snake_case in tables (db/knex translates).
 */
export abstract class BaseModel extends Model {
  /** Relations are fetched side by side, but a transaction has one connection, which takes one query at a time. */
  static getConcurrency(knex: Knex): number {
    return knex.isTransaction ? 1 : 4;
  }
}
