/** The labels with how many conversations have each, as they are while people work. */
import type { ReactiveControllerHost } from 'lit';
import type { LabelInList } from '../../../backend/sessions/label-schema.ts';
import { listCountedLabels } from '../../api/labels.ts';
import { live } from '../../api/live.ts';
import { PagedList } from '../paged-list.ts';

/** Counts may be that old: while people talk there is always news. */
const CALM_MS = 4_000;

export class LabelList extends PagedList<LabelInList> {
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    super(host, (_, signal) => listCountedLabels(signal));
  }

  override hostConnected(): void {
    super.hostConnected();
    this.#stop = live.subscribe(({ name }) => {
      if (name === 'labels.changed' || name === 'resync') void this.load({ quiet: true });
      else if (name.startsWith('session.')) this.#timer ??= setTimeout(this.#countAgain, CALM_MS);
    });
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #countAgain = (): void => {
    this.#timer = undefined;
    void this.load({ quiet: true });
  };
}
