/**
 * The chats that are measured, each as its own documentation puts it on a page, and how a visitor opens it. Those that
 * bring no button get a plain one.
 */
import { named } from './packages.ts';

export interface Chat {
  /** Its folder on the site. */
  id: string;
  title: string;
  /** The page's own script; none where the page only has a tag. */
  script?: string;
  /** What a visitor presses, as a CSS selector. */
  button: string;
  /** What they write in, once it is open. */
  field: string;
}

/** A button that puts the chat into the page. */
const onClick = (open: string) => `
const button = document.body.appendChild(document.createElement('button'));
button.textContent = 'Chat';
button.className = 'corner';
button.onclick = () => { ${open} };`;

export const OURS: Chat = {
  id: 'parlour',
  title: 'Parlour',
  button: 'parlour-chat button[aria-label="Open chat"]',
  field: 'parlour-chat textarea',
};

/** The least that a chat of web components can be: a button and a field. */
export const FLOOR: Chat = {
  id: 'lit',
  title: 'bare Lit element',
  button: 'bare-chat button',
  field: 'bare-chat textarea',
  script: `
import { css, html, LitElement } from 'lit';
customElements.define('bare-chat', class extends LitElement {
  static properties = { open: { type: Boolean } };
  static styles = css\`:host { position: fixed; right: 16px; bottom: 16px }\`;
  render() {
    return html\`\${this.open ? html\`<textarea></textarea>\` : ''}
      <button @click=\${() => { this.open = !this.open; }}>Chat</button>\`;
  }
});
document.body.append(document.createElement('bare-chat'));`,
};

export const RIVALS: readonly Chat[] = [
  {
    id: 'n8n',
    title: named('@n8n/chat'),
    button: '.chat-window-toggle',
    field: '.chat-window textarea',
    script: `
import '@n8n/chat/style.css';
import { createChat } from '@n8n/chat';
createChat({ webhookUrl: location.origin + '/fake/n8n' });`,
  },
  {
    id: 'typebot',
    title: named('@typebot.io/js'),
    button: 'typebot-bubble button',
    field: 'typebot-bubble input, typebot-bubble textarea',
    script: `
import Typebot from '@typebot.io/js/web';
Typebot.initBubble({ typebot: 'bench', apiHost: location.origin + '/fake' });`,
  },
  {
    id: 'botui',
    title: `${named('botui')} with React`,
    button: '.corner',
    field: '#botui input',
    script: `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createBot } from 'botui';
import { BotUI, BotUIAction, BotUIMessageList } from '@botui/react';
const bot = createBot();
const chat = createElement(BotUI, { bot }, createElement(BotUIMessageList), createElement(BotUIAction));
${onClick(`
  const place = document.body.appendChild(document.createElement('div'));
  place.id = 'botui';
  place.className = 'corner';
  createRoot(place).render(chat);
  bot.message.add({ text: 'Hello! What can we help you with?' })
    .then(() => bot.action.set({ placeholder: 'Your message' }, { actionType: 'input' }));`)}`,
  },
  {
    id: 'deep-chat',
    title: named('deep-chat'),
    button: '.corner',
    field: 'deep-chat #text-input',
    script: `
import 'deep-chat';
${onClick(`
  const chat = document.createElement('deep-chat');
  chat.demo = true;
  chat.className = 'corner';
  document.body.append(chat);`)}`,
  },
];
