/** Every page of the dashboard, and whether strangers' words are seen there: a new page needs its line. */
import type { Page } from 'playwright-core';
import type { Route, SettingsSection } from '../../../dashboard/controllers/router.ts';

export interface DashboardPage {
  /** Below `/dashboard/`. */
  path: string;
  /** Where words are looked for, as a list beside it shows some as well. */
  part?: string;
  /** What is there once the page has loaded. */
  ready?: string;
  /** Why no stranger's word ever stands there, where that is so. */
  none?: string;
  /** What somebody does there to see more; each step shows other words. */
  steps?: ReadonlyArray<(page: Page) => Promise<unknown>>;
}

/** What was written, by where it stands. */
export interface Writings {
  /** Conversations with every field filled. */
  sessions: readonly string[];
  /** One of them, answered by a workflow. */
  workflowSession: string;
  leadIds: readonly string[];
  incidentIds: readonly string[];
  deliveryId: string;
  siteId: string;
  /** Of somebody whose lead is full of words. */
  email: string;
  search: string;
}

type PageName = Exclude<Route['page'], 'settings'> | SettingsSection;

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const team = (what: string) => `${what} is the team’s own`;

export function dashboardPages(written: Writings): DashboardPage[] {
  const { sessions, leadIds, incidentIds } = written;
  const pages: Record<PageName, DashboardPage[]> = {
    conversations: [
      { path: 'conversations' },
      { path: `conversations?q=${encodeURIComponent(written.search)}` },
      ...sessions.map((id) => ({
        path: `conversations/${id}`,
        part: 'desk-session-page',
        // It is loaded after the transcript, with what stands beside it.
        ready: 'desk-session-facts dl',
      })),
    ],
    leads: [{ path: 'leads' }, ...leadIds.map((id) => ({ path: `leads/${id}`, part: 'desk-lead-page' }))],
    review: [{ path: 'review' }, { path: `review/${written.workflowSession}`, part: 'desk-review-reader' }],
    errors: [
      { path: 'errors' },
      ...incidentIds.map((id) => ({ path: `errors/${id}`, part: 'desk-incident-panel' })),
    ],
    deliveries: [
      {
        path: 'deliveries',
        none: 'what receivers answered stands beside each try',
        ready: 'desk-delivery-row',
      },
      { path: `deliveries/${written.deliveryId}`, part: 'desk-delivery-panel' },
    ],
    figures: [{ path: 'figures', steps: ['Sources', 'Mediums', 'Campaigns'].map(press) }],
    replay: [
      {
        path: `replay/${written.workflowSession}`,
        part: 'desk-replay-page',
        ready: 'desk-replay-page .actions',
      },
    ],
    cases: [{ path: 'cases' }],
    sites: [
      { path: 'settings/sites', none: team('a site'), ready: 'desk-sites-page li a' },
      { path: `settings/sites/${written.siteId}`, none: team('a site'), ready: 'desk-site-page .section h2' },
    ],
    outbox: [
      {
        path: 'settings/outbox',
        steps: [(page) => page.locator('desk-outbox-mail .row').first().click(), press('As text')],
      },
    ],
    privacy: [
      {
        path: 'settings/privacy',
        none: 'nobody was looked for yet',
        ready: 'desk-person-held sl-input input',
        steps: [
          async (page) => {
            await page.locator('desk-person-held sl-input input').fill(written.email);
            await press('Find')(page);
          },
        ],
      },
    ],
    activity: [
      {
        path: 'settings/activity',
        none: 'deeds name rows and never copy their texts',
        ready: 'desk-settings-activity .said',
      },
    ],
    account: [{ path: 'settings', none: team('an account'), ready: 'desk-settings-account sl-input' }],
    labels: [{ path: 'settings/labels', none: team('a label'), ready: 'desk-settings-labels desk-notice' }],
    people: [{ path: 'settings/people', none: team('who works here'), ready: 'desk-person-row' }],
    keys: [{ path: 'settings/keys', none: team('a key'), ready: 'desk-settings-keys li .name' }],
    'set-password': [
      {
        path: 'set-password',
        none: 'it is for whoever has a link',
        ready: 'desk-set-password-page',
      },
    ],
    'not-found': [{ path: 'nowhere', none: 'there is nothing', ready: 'desk-not-found-page' }],
  };
  return Object.values(pages).flat();
}

const LINK = 'a link’s address: the link has words of its own';
const ERROR_LINK = 'kept where it leads to the web, and then the address of a link';
const NOT_READ = 'of no use to anybody: never read';
const NO_TRIGGER = 'stands in for the execution where there is none';
const VOUCHED = 'the website vouches for another name';

/** Fields that nobody sees on any page, and why. One that is seen has to leave this list. */
export const NEVER_SHOWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['title', 'url', 'payload.title', 'payload.url'].map((name) => [
      `Messenger attachment.${name}`,
      NOT_READ,
    ]),
  ),
  'Messenger button.referral.source': 'only whether it is an advertisement',
  'Messenger button.referral.type': NOT_READ,
  'Messenger message with.referral.source': 'only whether it is an advertisement',
  'Messenger message with.referral.type': NOT_READ,
  'Messenger postback.payload': 'the button’s title stands in its place',
  'Messenger referral.source': 'only whether it is an advertisement',
  'Messenger referral.type': NOT_READ,
  'PATCH /api/v1/leads/:id name': VOUCHED,
  'PUT /api/v1/sessions/:id/lead name': VOUCHED,
  'POST /api/v1/errors FaultReport execution.url': ERROR_LINK,
  'POST /api/v1/errors FaultReport workflow.id': 'the name stands in its place',
  'POST /api/v1/errors N8nFault execution.url': ERROR_LINK,
  'POST /api/v1/errors N8nFault execution.lastNodeExecuted': 'the name of the node stands in its place',
  'POST /api/v1/errors N8nFault workflow.id': 'the name stands in its place',
  ...Object.fromEntries(
    ['description', 'httpCode', 'message', 'name', 'node.name', 'node.type', 'stack'].map((name) => [
      `POST /api/v1/errors N8nFault trigger.error.${name}`,
      NO_TRIGGER,
    ]),
  ),
  'POST /api/v1/errors N8nFault trigger.mode': NO_TRIGGER,
  'POST /api/v1/ingest externalId': 'only to be known again by',
  'POST /api/v1/ingest messages.0.externalId': 'only to be known again by',
  'POST /api/v1/visitor/sessions language': 'it only chooses the language that is spoken',
  'POST /api/v1/visitor/sessions user-agent': 'only the names of known browsers',
  'n8n execution.url': LINK,
  'n8n handover.reason': 'only that a person is wanted',
  'n8n workflow.id': 'the name stands in its place',
};
