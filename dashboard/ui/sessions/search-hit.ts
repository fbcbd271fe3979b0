/** Where a search found a conversation, in its sentence. The pieces are text; nothing in them becomes markup. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SearchHit } from '../../../backend/sessions/schema.ts';
import { texts } from '../../languages/en/app.ts';

export function hitLine(hit: SearchHit): TemplateResult {
  const where = hit.in === 'message' ? nothing : html`<span class="where">${texts.lead[hit.in]}: </span>`;
  const pieces = hit.segments.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text));
  return html`<div class="hit">${where}${pieces}</div>`;
}
