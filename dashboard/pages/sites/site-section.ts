/** Which element edits which section of a site, and what it needs to know. */
import { html, type TemplateResult } from 'lit';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import type { Problems, SectionName, SiteDraft } from '../../controllers/sites/site-draft.ts';
import '../../ui/assistant/site-answers.ts';
import '../../ui/assistant/site-assistant.ts';
import '../../ui/sites/site-consent.ts';
import '../../ui/sites/site-embed.ts';
import '../../ui/sites/site-general.ts';
import '../../ui/sites/site-history.ts';
import '../../ui/integrations/site-integrations.ts';
import '../../ui/sites/site-lead.ts';
import '../../ui/sites/site-look.ts';

export function siteSection(
  name: SectionName,
  saved: SiteView,
  draft: SiteDraft,
  problems: Problems,
  patch: SitePatch | undefined,
): TemplateResult {
  switch (name) {
    case 'general':
      return html`<desk-site-general .draft=${draft} .problems=${problems} siteKey=${saved.key}></desk-site-general>`;
    case 'look':
      return html`<desk-site-look .draft=${draft} .problems=${problems}></desk-site-look>`;
    case 'lead':
      return html`<desk-site-lead
        .fields=${draft.lead.fields}
        .saved=${saved.lead.fields}
        .problems=${problems}
      ></desk-site-lead>`;
    case 'consent':
      return html`<desk-site-consent
        .draft=${draft}
        .problems=${problems}
        .saved=${saved.widget.consent}
      ></desk-site-consent>`;
    case 'answers':
      return html`<desk-site-answers
        siteId=${saved.id}
        .entries=${draft.agent.guided.knowledge}
        .problems=${problems}
      ></desk-site-answers>`;
    case 'assistant':
      return html`<desk-site-assistant
        .draft=${draft}
        .problems=${problems}
        .saved=${saved}
        .patch=${patch}
      ></desk-site-assistant>`;
    case 'integrations':
      return html`<desk-site-integrations
        .draft=${draft}
        .problems=${problems}
        .saved=${saved}
        .patch=${patch}
      ></desk-site-integrations>`;
    case 'history':
      return html`<desk-site-history siteId=${saved.id} version=${saved.version}></desk-site-history>`;
    case 'embed':
      return html`<desk-site-embed
        siteId=${saved.id}
        siteKey=${saved.key}
        heading=${draft.widget.title}
        .origins=${draft.allowedOrigins}
      ></desk-site-embed>`;
  }
}
