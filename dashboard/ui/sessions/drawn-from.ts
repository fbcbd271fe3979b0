import { html, type TemplateResult } from 'lit';
import type { KnowledgeUse } from '../../../backend/knowledge/schema.ts';
import { paths } from '../../controllers/router.ts';
import { knowledgeTexts as texts } from '../../languages/en/knowledge.ts';

/** What a reply was drawn from; each leads to where it can be corrected. */
export function drawnFrom(uses: readonly KnowledgeUse[], siteId: string): TemplateResult {
  return html`${texts.from}
  ${uses.map(({ id, title }, at) => {
    const url = paths.site(siteId, 'answers') + (id ? `?entry=${encodeURIComponent(id)}` : '');
    return html`${at > 0 ? ', ' : ''}<a href=${url} title=${texts.openEntry(title)}>${texts.entry(title)}</a>`;
  })}`;
}
