/** What the server would refuse about a site's integrations, found without asking it. */
import { agentTexts } from '../texts-agents.ts';
import { integrationTexts as texts } from '../texts-integrations.ts';
import type { SiteDraft } from './site-draft.ts';

type Need = (path: string, holds: boolean, words: string) => void;

export function checkIntegrations({ webhook, messenger }: SiteDraft['integrations'], need: Need): void {
  const { url, events, headerName = '', headerSecret } = webhook;
  need('integrations.webhook.url', isAddress(url), texts.addressWrong);
  need(
    'integrations.webhook.events',
    !url || events === undefined || events.length > 0,
    texts.webhook.eventsMissing,
  );
  need('integrations.webhook.headerName', /^[\w!#$%&'*+.^`|~-]*$/.test(headerName), texts.headerWrong);
  need('integrations.webhook.headerSecret', headerSecret !== '', agentTexts.secrets.missing);
  const { pageToken, appSecret, graphUrl } = messenger;
  need('integrations.messenger.pageToken', pageToken !== '', agentTexts.secrets.missing);
  need('integrations.messenger.appSecret', appSecret !== '', agentTexts.secrets.missing);
  need('integrations.messenger.graphUrl', isAddress(graphUrl), texts.addressWrong);
}

const isAddress = (url: string | undefined) => !url || (/^https?:\/\//.test(url) && URL.canParse(url));
