/** An example of what a webhook is told, to look at before one builds on it. */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import { ChatSession } from '../../models/chat-session.ts';
import { Incident } from '../../models/incident.ts';
import { Lead } from '../../models/lead.ts';
import { Review } from '../../models/review.ts';
import { Site } from '../../models/site.ts';
import type { WebhookEvent } from '../../sites/integration-schema.ts';
import { exampleData } from './example.ts';
import { type Named, webhookData } from './payload.ts';
import type { WebhookPreview } from './schema.ts';

/** Made from the newest thing of this site that fits, else made up. @throws not_found */
export async function previewWebhook(
  database: Database,
  siteId: string,
  event: WebhookEvent,
): Promise<WebhookPreview> {
  const site = await Site.query(database).findById(siteId);
  if (!site) throw notFound('There is no such site.');
  const newest = await newestFor(database, siteId, event);
  const data = newest ? await webhookData(database, newest) : exampleData(site, event);
  const payload = { type: event, id: uuidv7(), createdAt: new Date().toISOString(), data };
  return { isExample: newest === undefined, payload };
}

async function newestFor(
  database: Database,
  siteId: string,
  event: WebhookEvent,
): Promise<Named | undefined> {
  switch (event) {
    case 'lead.completed':
    case 'lead.qualified':
    case 'lead.updated':
      return Lead.query(database).select('sessionId').where({ siteId }).orderBy('updatedAt', 'desc').first();
    case 'review.issue':
    case 'review.fixed': {
      const review = await Review.query(database)
        .joinRaw('JOIN chat_sessions s ON s.id = reviews.session_id')
        .select('reviews.id', 'reviews.sessionId')
        .where({ 's.siteId': siteId, 'reviews.toStatus': event === 'review.issue' ? 'issue' : 'fixed' })
        .orderBy('reviews.createdAt', 'desc')
        .first();
      return review && { sessionId: review.sessionId, reviewId: review.id };
    }
    case 'incident.opened': {
      const incident = await Incident.query(database)
        .select('id')
        .where({ siteId })
        .orderBy('lastAt', 'desc')
        .first();
      return incident && { incidentId: incident.id };
    }
    default: {
      const session = await ChatSession.query(database)
        .select('id')
        .where({ siteId })
        .orderBy('startedAt', 'desc')
        .first();
      return session && { sessionId: session.id };
    }
  }
}
