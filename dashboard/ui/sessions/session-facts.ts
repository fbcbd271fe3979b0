import { html, LitElement, type TemplateResult } from 'lit';
import type { SessionDetail, SessionView } from '../../../backend/sessions/schema.ts';
import { clock } from '../../controllers/clock.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import type { Fact } from '../facts.ts';
import { webUrl } from '../naming.ts';
import { dateAndTime, languageName, timeIn } from '../times.ts';
import '../facts.ts';

/** Where a conversation came from and how it went, in plain words. */
export class DeskSessionFacts extends LitElement {
  static override styles = base;
  static override properties = { session: { attribute: false }, spend: { attribute: false } };

  declare session: SessionView;
  /** What a model used; null where none answered. */
  declare spend: SessionDetail['spend'];

  readonly #now = new Watch(this, clock);

  protected override render() {
    return html`<desk-facts heading=${texts.facts.title} .facts=${this.#facts()}></desk-facts>`;
  }

  #facts(): Fact[] {
    const { session } = this;
    return [
      [texts.facts.started, dateAndTime(session.startedAt)],
      [texts.facts.lastMessage, dateAndTime(session.lastMessageAt)],
      [texts.facts.messages, String(session.messageCount)],
      [texts.facts.completed, completed(session)],
      [texts.facts.rating, session.rating && rating(session.rating)],
      [texts.facts.model, this.spend && spent(this.spend)],
      [texts.facts.site, session.site.name],
      [texts.facts.page, address(session.page.url, session.page.title)],
      [texts.facts.referrer, address(session.referrer)],
      [texts.facts.campaign, campaign(session.utm)],
      [texts.facts.device, session.device],
      [texts.facts.language, session.locale && languageName(session.locale)],
      [texts.facts.timezone, session.timezone && this.#zone(session.timezone)],
    ];
  }

  #zone(timezone: string): string {
    const time = timeIn(timezone, this.#now.value);
    const name = timezone.replaceAll('_', ' ');
    return time === null ? name : `${name}\n${texts.facts.localTime(time)}`;
  }
}

function completed({ completedAt, completionSignal }: SessionView): string | null {
  if (!completedAt) return null;
  const why = completionSignal ? `\n${texts.facts.signals[completionSignal]}` : '';
  return `${dateAndTime(completedAt)}${why}`;
}

function spent({ replies, tokens, cost }: NonNullable<SessionDetail['spend']>): string {
  const words = texts.facts.spent(replies, number(tokens.input + tokens.output));
  return cost === null ? words : `${words}\n${texts.facts.cost(number(cost, { maximumFractionDigits: 4 }))}`;
}

function rating({ score, comment }: NonNullable<SessionView['rating']>): string {
  const stars = texts.facts.ratingOutOf(score);
  return comment ? `${stars}\n${comment}` : stars;
}

function campaign({ source, medium, campaign: name, term, content }: SessionView['utm']): string {
  return [source, medium, name, term, content].filter(Boolean).join(' · ');
}

/** An address as a link when it is one of the web; anything else stays text. */
function address(url: string | null, title?: string | null): string | TemplateResult | null {
  if (url === null) return null;
  const link = webUrl(url);
  if (!link) return url;
  const path = `${link.host}${link.pathname === '/' ? '' : link.pathname}`;
  return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow" title=${link.href}>${title || path}</a>`;
}

customElements.define('desk-session-facts', DeskSessionFacts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-facts': DeskSessionFacts;
  }
}
