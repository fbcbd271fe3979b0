import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import type { StaffUser } from '../models/staff-user.ts';
import { dashboardLanguage } from '../pages/dashboard-page.ts';

/** Keeps in which language somebody has the dashboard, as each start of it tells: their mails are written in it. */
export async function rememberLanguage(database: Database, user: StaffUser, ctx: Context): Promise<void> {
  // Programs that sign in say neither; what a person chose before stays.
  if (!ctx.get('cookie').includes('parlour_language') && !ctx.get('accept-language')) return;
  const language = dashboardLanguage(ctx);
  if (language !== user.language) await user.$query(database).patch({ language });
}
