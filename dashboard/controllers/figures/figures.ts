/** Loads the figures for their page, and again some time after something happened. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messageOf } from '../../api/client.ts';
import { type FigureFilters, figureFiltersToUrl, toStatsQuery } from '../../api/figure-filters.ts';
import { live } from '../../api/live.ts';
import { type AllFigures, readFigures } from '../../api/stats.ts';

/** While people talk there is always news: this often they are worth a new look. */
const CALM_MS = 4_000;

export class FiguresController implements ReactiveController {
  figures: AllFigures | null = null;
  status: 'loading' | 'ready' | 'failed' = 'loading';
  /** Why it failed, in plain words. */
  problem = '';
  readonly #host: ReactiveControllerHost;
  #filters: FigureFilters | undefined;
  #asked = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe(({ name, local }) => {
      const matters = /^(session|message|lead|review)\.|^resync$/.test(name);
      if (!local && matters) this.#timer ??= setTimeout(() => void this.load(), CALM_MS);
    });
    if (this.#filters) void this.load();
  }

  hostDisconnected(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked.abort();
  }

  /** Shows other figures; those that stand stay until the new ones are there. */
  show(filters: FigureFilters): void {
    if (this.#filters && figureFiltersToUrl(filters) === figureFiltersToUrl(this.#filters)) return;
    this.#filters = filters;
    void this.load();
  }

  async load(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked.abort();
    const asked = new AbortController();
    this.#asked = asked;
    if (this.status === 'failed') this.status = 'loading';
    this.#host.requestUpdate();
    try {
      this.figures = await readFigures(toStatsQuery(this.#filters!), asked.signal);
      this.status = 'ready';
      this.problem = '';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.problem = messageOf(error);
      // What is shown was true a moment ago; a failed look does not take it away.
      if (!this.figures) this.status = 'failed';
    }
    this.#host.requestUpdate();
  }
}
