import { html, nothing } from 'lit';
import { fill } from '../texts.ts';
import type { PanelActions, View } from './panel-actions.ts';

/** Who answers, and the buttons; under them the menu while it is open. */
export function headerView(panel: PanelActions) {
  const { texts, host, chat, view, heading } = panel;
  const { session } = chat;
  const staffName = session?.mode === 'human' ? session.staffName : '';
  const button = (sign: string, name: string, act: () => void, expanded: unknown = nothing) =>
    html`<button class="icon" aria-label=${name} aria-expanded=${expanded} @click=${act}>${sign}</button>`;
  return html`<header part="header">
      <span class="face" aria-hidden="true">${[...(staffName || heading)][0]}</span>
      <div class="names">
        <h2>${heading}</h2>
        <p class="soft" role="status">${staffName ? fill(texts.joined, staffName) : texts.assistant}</p>
      </div>
      ${button('⋯', texts.menu, () => panel.go(view === 'menu' ? '' : 'menu'), view === 'menu' ? 'true' : 'false')}
      ${host.inline ? nothing : button('×', texts.close, () => host.close())}
    </header>
    ${view === 'menu' ? menuView(panel) : nothing}`;
}

function menuView(panel: PanelActions) {
  const { texts, chat } = panel;
  const item = (view: View & keyof typeof texts) =>
    html`<button @click=${() => panel.go(view)}>${texts[view]}</button>`;
  return html`<div class="menu">
    ${panel.hasDetails ? item('details') : nothing} ${item('startOver')}
    ${chat.session?.completionStatus === 'in_progress' ? item('end') : nothing}
    ${chat.session ? item('erase') : nothing}
  </div>`;
}
