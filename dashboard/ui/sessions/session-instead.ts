import { html } from 'lit';
import type { SessionDetailController } from '../../controllers/sessions/session-detail.ts';
import { texts } from '../../languages/en/app.ts';
import '../detail-skeleton.ts';
import '../notice.ts';

/** In place of a conversation that is not here: on its way, not found, removed meanwhile, or not loaded. */
export function sessionInstead(
  conversation: Pick<SessionDetailController, 'status' | 'problem' | 'reload'>,
  back: { href: string; label: string },
) {
  const { status, problem } = conversation;
  if (status === 'loading') return html`<desk-detail-skeleton></desk-detail-skeleton>`;
  if (status === 'failed')
    return html`<desk-notice icon="exclamation-triangle" heading=${texts.detail.failedTitle} text=${problem}>
      <sl-button @click=${() => conversation.reload()}>${texts.tryAgain}</sl-button>
    </desk-notice>`;
  const isGone = status === 'gone';
  return html`<desk-notice
    icon="info-circle"
    heading=${isGone ? texts.detail.goneTitle : texts.detail.notFoundTitle}
    text=${isGone ? texts.detail.goneText : texts.detail.notFoundText}
    ><sl-button href=${back.href}>${back.label}</sl-button></desk-notice
  >`;
}
