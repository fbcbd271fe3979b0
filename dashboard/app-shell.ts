import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { UserView } from '../backend/staff/schema.ts';
import { live } from './api/live.ts';
import { appShellStyles } from './app-shell.styles.ts';
import { announcement } from './controllers/announcer.ts';
import { hasDrafts, loadAgain } from './controllers/drafts.ts';
import { Hotkeys } from './controllers/hotkeys.ts';
import { place } from './controllers/router.ts';
import { startSeen } from './controllers/sessions/seen.ts';
import { attention } from './controllers/shell/attention.ts';
import { Watch } from './controllers/store.ts';
import { showToast } from './controllers/toasts.ts';
import { askWho, viewer } from './controllers/viewer.ts';
import { texts } from './languages/en/app.ts';
import { base } from './ui/base.styles.ts';
import './pages/sessions/conversations-page.ts';
import './ui/shell/connection-banner.ts';
import './ui/shell/nav-rail.ts';
import './ui/notice.ts';
import './ui/shell/toast-note.ts';

/** Pages that the first load does not need come when they are asked for. */
const laterPages = {
  'sign-in': () => import('./pages/entrance/sign-in-page.ts'),
  'set-password': () => import('./pages/entrance/set-password-page.ts'),
  settings: () => import('./pages/settings/settings-page.ts'),
  sites: () => import('./pages/sites/sites-page.ts'),
  leads: () => import('./pages/leads/leads-page.ts'),
  review: () => import('./pages/reviews/review-page.ts'),
  figures: () => import('./pages/figures/figures-page.ts'),
  replay: () => import('./pages/replays/replay-page.ts'),
  cases: () => import('./pages/replays/cases-page.ts'),
  deliveries: () => import('./pages/deliveries/deliveries-page.ts'),
  errors: () => import('./pages/incidents/errors-page.ts'),
  'not-found': () => import('./pages/not-found-page.ts'),
};

/** The frame of everything: who is here, where they are, and the page that belongs to it. */
export class DeskApp extends LitElement {
  static override styles = [base, appShellStyles];
  static override properties = { missing: { state: true } };

  /** A page whose file could not be had. */
  declare private missing: string;

  readonly #viewer = new Watch(this, viewer);
  readonly #place = new Watch(this, place);
  readonly #announcement = new Watch(this, announcement);
  readonly #attention = new Watch(this, attention);
  #conversation = '';
  #seenBy = '';

  constructor() {
    super();
    new Hotkeys(this, { '?': () => this.#showHelp() });
    // The browser asks in its own words.
    addEventListener('beforeunload', (event) => {
      if (viewer.value.status === 'signed-in' && hasDrafts()) event.preventDefault();
    });
    // A part of a page that is gone since an update; what the person has begun on the page is left alone.
    addEventListener('unhandledrejection', ({ reason }) => {
      if (reason instanceof TypeError && /module/i.test(reason.message))
        showToast(`${texts.updated}.`, { label: texts.loadAgain, undo: loadAgain });
    });
  }

  protected override willUpdate(): void {
    const here = this.#viewer.value;
    if (here.status === 'signed-in' && here.user.id !== this.#seenBy) {
      this.#seenBy = here.user.id;
      startSeen(here.user);
      void import('./controllers/shell/desk-signals.ts').then(({ startSignals }) =>
        startSignals(here.user.id),
      );
    }
    this.toggleAttribute('bare', this.#isEntrance());
  }

  protected override updated(_: PropertyValues): void {
    this.#showTitle();
  }

  protected override render() {
    const here = this.#viewer.value;
    if (this.#place.value.route.page === 'set-password') {
      return this.#later('set-password', html`<desk-set-password-page></desk-set-password-page>`);
    }
    switch (here.status) {
      case 'unknown':
        return nothing;
      case 'unreachable':
        return html`<main>
          <desk-notice icon="cloud-slash" heading=${texts.errors.noServer} text=${here.problem}>
            <sl-button @click=${askWho}>${texts.tryAgain}</sl-button>
          </desk-notice>
        </main>`;
      case 'signed-out':
        return this.#later(
          'sign-in',
          html`<desk-sign-in-page ?meanwhile=${here.meanwhile}></desk-sign-in-page>`,
        );
      case 'signed-in':
        return this.#desk(here.user);
    }
  }

  #desk(user: UserView) {
    const { route } = this.#place.value;
    const reading =
      (route.page === 'conversations' && route.sessionId !== null) ||
      (route.page === 'leads' && route.leadId !== null) ||
      (route.page === 'review' && route.sessionId !== null) ||
      (route.page === 'deliveries' && route.deliveryId !== null) ||
      (route.page === 'errors' && route.incidentId !== null);
    return html`<a class="skip" href="#content" @click=${this.#skip}>${texts.skipToContent}</a>
      <desk-nav-rail .user=${user} ?aside=${reading} @desk-help=${this.#showHelp}></desk-nav-rail>
      <div class="stage">
        <desk-connection-banner></desk-connection-banner>
        <desk-demo-banner></desk-demo-banner>
        <main id="content" tabindex="-1" @desk-opened=${this.#onOpened}>${this.#page(user)}</main>
      </div>
      <desk-toast-note></desk-toast-note>
      <div class="unseen" role="status">${this.#announcement.value}</div>`;
  }

  #page(user: UserView) {
    const { route, search } = this.#place.value;
    if (route.page === 'conversations') {
      return html`<desk-conversations-page .sessionId=${route.sessionId} search=${search}></desk-conversations-page>`;
    }
    if (route.page === 'settings') {
      return this.#later(
        'settings',
        html`<desk-settings-page .user=${user} section=${route.section}></desk-settings-page>`,
      );
    }
    if (route.page === 'sites') {
      return this.#later(
        'sites',
        html`<desk-sites-page .user=${user} .siteId=${route.siteId} .section=${route.section}></desk-sites-page>`,
      );
    }
    if (route.page === 'leads') {
      return this.#later(
        'leads',
        html`<desk-leads-page .leadId=${route.leadId} search=${search}></desk-leads-page>`,
      );
    }
    if (route.page === 'review') {
      return this.#later(
        'review',
        html`<desk-review-page .sessionId=${route.sessionId} search=${search}></desk-review-page>`,
      );
    }
    if (route.page === 'figures') {
      return this.#later('figures', html`<desk-figures-page search=${search}></desk-figures-page>`);
    }
    if (route.page === 'deliveries') {
      return this.#later(
        'deliveries',
        html`<desk-deliveries-page .deliveryId=${route.deliveryId} search=${search}></desk-deliveries-page>`,
      );
    }
    if (route.page === 'errors') {
      return this.#later(
        'errors',
        html`<desk-errors-page .incidentId=${route.incidentId} search=${search}></desk-errors-page>`,
      );
    }
    if (route.page === 'replay') {
      return this.#later(
        'replay',
        html`<desk-replay-page session-id=${route.sessionId} search=${search}></desk-replay-page>`,
      );
    }
    if (route.page === 'cases') {
      return this.#later('cases', html`<desk-cases-page></desk-cases-page>`);
    }
    return this.#later('not-found', html`<desk-not-found-page></desk-not-found-page>`);
  }

  /** A page that comes when it is asked for or, where its file is gone since an update, the way to the new one. */
  #later(page: keyof typeof laterPages, content: TemplateResult) {
    if (this.missing === page) {
      const isLost = live.state.value === 'lost';
      return html`<desk-notice
        icon="cloud-slash"
        heading=${isLost ? texts.errors.noServer : texts.updated}
        text=${isLost ? texts.errors.unreachable : texts.updatedText}
      >
        <sl-button variant="primary" @click=${loadAgain}>${texts.loadAgain}</sl-button>
      </desk-notice>`;
    }
    laterPages[page]().catch(() => {
      this.missing = page;
    });
    return content;
  }

  #isEntrance(): boolean {
    return this.#viewer.value.status !== 'signed-in' || this.#place.value.route.page === 'set-password';
  }

  #title(): string {
    const { route } = this.#place.value;
    if (route.page === 'set-password') return texts.choosePassword;
    if (this.#viewer.value.status === 'signed-out') return texts.signIn;
    if (route.page === 'settings') return texts.settings;
    if (route.page === 'sites') return texts.sites;
    if (route.page === 'figures') return texts.figures;
    if (route.page === 'not-found') return texts.notFoundTitle;
    if (route.page === 'review') return (route.sessionId && this.#conversation) || texts.review;
    if (route.page === 'cases') return texts.cases;
    if (route.page === 'deliveries') return (route.deliveryId && this.#conversation) || texts.deliveries;
    if (route.page === 'errors') return (route.incidentId && this.#conversation) || texts.errorsPage;
    if (route.page === 'replay') return this.#conversation || texts.review;
    if (route.page === 'leads') return (route.leadId && this.#conversation) || texts.leads;
    return (route.sessionId && this.#conversation) || texts.conversations;
  }

  #onOpened(event: CustomEvent<string>): void {
    this.#conversation = event.detail;
    this.#showTitle();
  }

  /** With how many conversations want a look, for those whose eyes are in another tab. */
  #showTitle(): void {
    const { total } = this.#attention.value;
    const badge = this.#viewer.value.status === 'signed-in' && total > 0 ? `(${total}) ` : '';
    document.title = `${badge}${this.#title()} · ${texts.product}`;
  }

  /** A fragment link finds no target inside a shadow root, so the focus is moved by hand. */
  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#content')?.focus();
  }

  #showHelp(): boolean {
    if (this.#viewer.value.status !== 'signed-in') return false;
    void import('./ui/shell/help-sheet.ts').then(({ showShortcuts }) => showShortcuts());
    return true;
  }
}

customElements.define('desk-app', DeskApp);

declare global {
  interface HTMLElementTagNameMap {
    'desk-app': DeskApp;
  }
}
