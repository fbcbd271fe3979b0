/** What the server would refuse about a site's integrations, found without asking it. */
import { agentTexts } from '../../languages/en/agents.ts';
import { integrationTexts as texts } from '../../languages/en/integrations.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import type { SiteDraft } from '../sites/site-draft.ts';

type Need = (path: string, holds: boolean, words: string) => void;

export function checkIntegrations(
  { webhook, monday, messenger, email }: SiteDraft['integrations'],
  need: Need,
): void {
  const { url, events, headerName = '', headerSecret } = webhook;
  need('integrations.webhook.url', isAddress(url), texts.addressWrong);
  need(
    'integrations.webhook.events',
    !url || events === undefined || events.length > 0,
    texts.webhook.eventsMissing,
  );
  need('integrations.webhook.headerName', /^[\w!#$%&'*+.^`|~-]*$/.test(headerName), texts.headerWrong);
  need('integrations.webhook.headerSecret', headerSecret !== '', agentTexts.secrets.missing);
  need('integrations.monday.token', monday.token !== '', agentTexts.secrets.missing);
  need('integrations.monday.apiUrl', isAddress(monday.apiUrl), texts.addressWrong);
  const { pageToken, appSecret, graphUrl } = messenger;
  need('integrations.messenger.pageToken', pageToken !== '', agentTexts.secrets.missing);
  need('integrations.messenger.appSecret', appSecret !== '', agentTexts.secrets.missing);
  need('integrations.messenger.graphUrl', isAddress(graphUrl), texts.addressWrong);
  const { to = [], events: mails } = email;
  const wrong = to.find((address) => !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(address));
  need('integrations.email.to', wrong === undefined, mailTexts.card.toWrong(wrong ?? ''));
  need('integrations.email.to', to.length <= 50, mailTexts.card.toMany);
  need(
    'integrations.email.events',
    to.length === 0 || mails === undefined || mails.length > 0,
    mailTexts.card.eventsMissing,
  );
}

const isAddress = (url: string | undefined) => !url || (/^https?:\/\//.test(url) && URL.canParse(url));
