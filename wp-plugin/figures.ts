/**
 * Draws the figures in wp-admin, where PHP left what is known, and asks WordPress, never Parlour itself, for newer ones.
 * All words, numbers and dates come from PHP, in the site's language; see includes/figures/view.php.
 */
import { html, nothing, render } from 'lit';
import type { ChartSpec } from '../web-components/figures/charts.ts';
import type { ChartTexts } from '../web-components/figures/figure-chart.ts';
import type { Tile } from '../web-components/figures/figure-tiles.ts';
import '../web-components/figures/figure-chart.ts';
import '../web-components/figures/figure-tiles.ts';

interface Notice {
  kind: string;
  text: string;
  link: { label: string; href: string } | null;
}

interface View {
  notice: Notice | null;
  asOf: string;
  groups: { title: string; hint: string; tiles: Tile[] }[];
  chart: { heading: string; sentence: string; spec: ChartSpec; texts: ChartTexts } | null;
  /** There is nothing to show yet, but may be soon. */
  isWaiting: boolean;
  /** In how many seconds to ask again; 0 for never. */
  next: number;
}

/** One place on the page that shows the figures. */
class Overview {
  readonly #place: HTMLElement;
  readonly #texts: { loading: string; newTab: string; failed: string };
  #view: View;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#texts = JSON.parse(place.dataset.texts!);
    this.#view = JSON.parse(place.dataset.view!);
    place.replaceChildren();
    this.#draw();
    // A second is what PHP adds to "now".
    this.#askAfter(this.#view.next === 1 ? 0 : this.#view.next);
  }

  #askAfter(seconds: number): void {
    if (this.#view.next > 0) setTimeout(() => this.#whenSeen(() => void this.#ask()), seconds * 1_000);
  }

  /** A tab that nobody looks at asks nothing. */
  #whenSeen(work: () => void): void {
    if (!document.hidden) work();
    else document.addEventListener('visibilitychange', () => this.#whenSeen(work), { once: true });
  }

  async #ask(): Promise<void> {
    const { url, nonce } = this.#place.dataset;
    try {
      const answer = await fetch(url!, { headers: { 'X-WP-Nonce': nonce!, Accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      this.#view = await answer.json();
      this.#draw();
      this.#askAfter(this.#view.next);
    } catch {
      // The nonce has grown old, or somebody is signed out: a reload settles both.
      this.#view.notice = { kind: 'warning', text: this.#texts.failed, link: null };
      this.#view.isWaiting = false;
      this.#draw();
    }
  }

  #draw(): void {
    const { notice, groups, chart, asOf, isWaiting } = this.#view;
    this.#place.setAttribute('aria-busy', String(isWaiting));
    render(
      html`<div aria-live="polite">${notice ? this.#notice(notice) : nothing}</div>
        ${isWaiting ? this.#skeleton() : nothing}
        ${groups.map(
          ({ title, hint, tiles }) => html`<section>
            <h2>${title}${hint ? html` <span>${hint}</span>` : nothing}</h2>
            <parlour-figure-tiles .tiles=${tiles} newTab=${this.#texts.newTab}></parlour-figure-tiles>
          </section>`,
        )}
        ${
          chart
            ? html`<parlour-figure-chart
                heading=${chart.heading}
                sentence=${chart.sentence}
                .spec=${chart.spec}
                .texts=${chart.texts}
              ></parlour-figure-chart>`
            : nothing
        }
        ${asOf ? html`<p class="description">${asOf}</p>` : nothing}`,
      this.#place,
    );
  }

  #notice({ kind, text, link }: Notice) {
    return html`<div class="notice notice-${kind} inline">
      <p>${text}${link ? html` <a href=${link.href}>${link.label}</a>` : nothing}</p>
    </div>`;
  }

  #skeleton() {
    return html`<div class="parlour-loading" role="status">
      <span class="screen-reader-text">${this.#texts.loading}</span>
      <div></div>
      <div></div>
      <div></div>
    </div>`;
  }
}

for (const place of document.querySelectorAll<HTMLElement>('.parlour-overview')) new Overview(place);
