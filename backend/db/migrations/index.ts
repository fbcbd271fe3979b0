import type { Knex } from 'knex';
import * as createSitesAndStaff from './0001_create_sites_and_staff.ts';
import * as createConversations from './0002_create_conversations.ts';
import * as createQualityAndDelivery from './0003_create_quality_and_delivery.ts';

/** Every migration by name, in order. A name that has run somewhere never changes. */
const MIGRATIONS: Record<string, Knex.Migration> = {
  '0001_create_sites_and_staff': createSitesAndStaff,
  '0002_create_conversations': createConversations,
  '0003_create_quality_and_delivery': createQualityAndDelivery,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: (name) => name,
  getMigration: async (name) => MIGRATIONS[name]!,
};
