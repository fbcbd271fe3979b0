/** Asks before a page with unsaved changes is left: by a question of ours inside of the dashboard, else by the browser's. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { guardLeaving, type Route } from '../router.ts';

interface Question {
  /** Would anything be lost by going there? Without a place: by closing the tab. */
  isLost(to?: Route): boolean;
  ask(): void;
}

export class LeaveGuard implements ReactiveController {
  readonly #question: Question;
  #go = () => {};

  constructor(host: ReactiveControllerHost, question: Question) {
    this.#question = question;
    host.addController(this);
  }

  hostConnected(): void {
    guardLeaving((to, go) => {
      if (!this.#question.isLost(to)) return true;
      this.#go = go;
      this.#question.ask();
      return false;
    });
    addEventListener('beforeunload', this.#onUnload);
  }

  hostDisconnected(): void {
    guardLeaving(null);
    removeEventListener('beforeunload', this.#onUnload);
  }

  /** Goes where one wanted to go. */
  leave(): void {
    this.#go();
  }

  /** The browser asks in its own words. */
  readonly #onUnload = (event: BeforeUnloadEvent) => {
    if (this.#question.isLost()) event.preventDefault();
  };
}
