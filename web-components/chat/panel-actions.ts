import { LitElement } from 'lit';
import type { LeadForm, WidgetConfig } from '../../backend/visitor/schema.ts';
import type { Texts } from '../texts.ts';
import type { Conversation } from './conversation.ts';
import type { ChatHost } from './host.ts';
import { knownLocale } from './page.ts';
import { wordsFor } from './trouble.ts';

/** What is shown besides the conversation: nothing, the menu, the form, or a question to say yes to. */
export type View = '' | 'menu' | 'details' | 'startOver' | 'end' | 'erase';

const state = { state: true };

/**
 * What the open chat knows, and what the visitor can do in it. How it stands on the page is in panel.ts, what it looks
 * like in the views beside it.
 */
export abstract class PanelActions extends LitElement {
  static override properties = { config: state, view: state, notice: state, draft: state };

  /** Set before the panel is put into the page. */
  declare host: ChatHost;
  declare config?: WidgetConfig;
  declare view: View;
  /** What has been done, or why not, in plain words. */
  declare notice: string;
  /** Written and not sent yet. */
  declare draft: string;
  declare chat: Conversation;
  declare texts: Texts;
  /** The conversation in which the form has been sent. */
  declare saved?: string;
  /** The conversation for which the page was asked who is signed in. */
  declare told?: string;
  /** When the chat came onto the page (ISO 8601). */
  readonly since = new Date().toISOString();

  constructor() {
    super();
    this.draft = this.notice = this.view = '';
  }

  get heading(): string {
    return this.host.heading || this.config?.title || this.texts.chat;
  }

  get locale(): string {
    return knownLocale(this.host.locale);
  }

  get needsConsent(): boolean {
    const { config, chat } = this;
    if (!config) return true;
    const { consent } = config;
    const { token, session } = chat;
    // A stored conversation that is not here yet gets the benefit of the doubt.
    if (!consent.required || (token && !session)) return false;
    const given = session?.lead?.consent;
    return !given?.given || given.version !== consent.version;
  }

  /** Whether the conversation may ask for details itself: nothing was sent yet by which the team can answer. */
  get asksDetails(): boolean {
    const { email, phone } = this.chat.session?.lead ?? {};
    return this.hasDetails && !email && !phone && this.saved !== this.chat.token;
  }

  get hasDetails(): boolean {
    return Boolean(this.config?.leadForm.fields[0]) && !this.needsConsent;
  }

  tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`parlour-${name}`, { detail, bubbles: true, composed: true }));
  }

  /** Sends a message as if the visitor had written it; where consent is needed and not given, nothing happens. */
  async send(text: string): Promise<void> {
    this.notice = '';
    await this.loadConfig();
    if (!this.needsConsent && text.trim()) this.chat.send(text.trim());
  }

  choose(choice: string): void {
    this.send(choice);
    this.back();
  }

  /** Leaves this conversation and begins another. */
  startOver(): Promise<void> {
    return this.attempt(() => this.chat.startOver());
  }

  async loadConfig(): Promise<void> {
    if (this.config) return;
    const { host, chat } = this;
    await this.attempt(async () => {
      const config = (await host.config) || (await chat.api.call<WidgetConfig>('GET', `/sites/${host.key}`));
      host.takeLook(config);
      this.config = config;
    });
  }

  /** Does what the visitor asked for, and says so when it did not work. */
  async attempt(act: () => Promise<void>): Promise<void> {
    this.notice = '';
    try {
      await act();
    } catch (error) {
      this.notice = wordsFor(error, this);
    }
  }

  answer = async (): Promise<void> => {
    const { view, chat } = this;
    await this.attempt(async () => {
      if (view === 'startOver') await chat.startOver();
      else if (view === 'end') await chat.complete();
      else {
        await chat.erase();
        this.notice = this.texts.erased;
      }
    });
    this.back();
  };

  agree = (): Promise<void> =>
    this.attempt(async () => {
      const { version } = this.config!.consent;
      await this.chat.saveLead({ consent: { given: true, version } });
      this.begin();
      this.back();
    });

  saveDetails(form: LeadForm): Promise<void> {
    return this.attempt(async () => {
      await this.chat.saveLead(form);
      this.saved = this.chat.token;
      this.back();
      this.notice = this.texts.detailsSaved;
    });
  }

  /** Shows something else, and takes the visitor there. */
  go(view: View): void {
    this.view = view;
    if (view !== 'menu') void this.updateComplete.then(() => this.focusIn());
  }

  back = (): void => this.go('');

  /** To where the visitor goes on; on a touch screen not into a field, for the keyboard would cover what was said. */
  focusIn(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame')!;
    const next = frame.querySelector<HTMLElement>('.details input, .ask button, .composer textarea');
    (matchMedia('(pointer: coarse)').matches || !next ? frame : next).focus({ preventScroll: true });
  }

  /** The visitor is here to talk: a conversation may begin, where they have agreed to it. */
  protected begin(): void {
    if (this.config && !this.needsConsent) this.chat.connect(true);
  }
}
