/**
 * What calls of the API look like. Each was made to a running Parlour and answered by it; `npm run examples` makes them
 * all again (test/support/api-examples), and a test compares what is kept here with what runs.
 */
import conversations from './examples/conversations.json' with { type: 'json' };
import deliveries from './examples/deliveries.json' with { type: 'json' };
import errors from './examples/errors.json' with { type: 'json' };
import faults from './examples/faults.json' with { type: 'json' };
import figures from './examples/figures.json' with { type: 'json' };
import house from './examples/house.json' with { type: 'json' };
import integrations from './examples/integrations.json' with { type: 'json' };
import knowledge from './examples/knowledge.json' with { type: 'json' };
import leads from './examples/leads.json' with { type: 'json' };
import pages from './examples/pages.json' with { type: 'json' };
import people from './examples/people.json' with { type: 'json' };
import replays from './examples/replays.json' with { type: 'json' };
import reviews from './examples/reviews.json' with { type: 'json' };
import signingIn from './examples/signing-in.json' with { type: 'json' };
import sites from './examples/sites.json' with { type: 'json' };
import visitors from './examples/visitors.json' with { type: 'json' };
import webhooks from './examples/webhooks.json' with { type: 'json' };

export interface ApiExample {
  title: string;
  /** With what it names and what it asks, as it was called. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  status: number;
  /** Missing for JSON. */
  type?: string;
  /** Missing where nothing was answered. */
  answer?: unknown;
}

export type ApiExamples = Record<string, ApiExample[]>;

const all: ApiExamples = Object.assign(
  ...([{}, visitors, signingIn, conversations, leads, reviews, replays, knowledge] as const),
  ...([deliveries, integrations, faults, figures, sites, people, house, pages] as const),
);

/** @param name such as `GET /api/v1/sessions/:id` */
export const examplesOf = (name: string): readonly ApiExample[] => all[name] ?? [];

/** One refusal of each status that any route may answer. */
export const ERROR_EXAMPLES: Record<string, ApiExample[]> = errors;

/** What a webhook's receiver is sent, by the type of the event. */
export const WEBHOOK_EXAMPLES: Record<string, { headers: Record<string, string>; body: unknown }> = webhooks;
