/** What an account of Monday.com tells its settings: which boards there are, and what the chosen one looks like. */
import type { ReactiveControllerHost } from 'lit';
import type { MondayAsk, MondayBoard, MondayBoards } from '../../../backend/integrations/monday/schema.ts';
import { messageOf } from '../../api/client.ts';
import { listBoards, readBoard } from '../../api/monday.ts';
import { mondayTexts as texts } from '../../languages/en/monday.ts';

interface Settings {
  siteId: string;
  /** As the form has it; what is saved stays on the server. */
  ask: MondayAsk;
  boardId: string | undefined;
}

export class MondayAccount {
  boards: MondayBoards['boards'] = [];
  board: MondayBoard | null = null;
  /** What is being asked for. */
  busy: '' | 'boards' | 'board' = '';
  /** Why Monday did not answer with what was asked for. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  readonly #settings: () => Settings;

  /** @param settings as they are at the moment of a question */
  constructor(host: ReactiveControllerHost, settings: () => Settings) {
    this.#host = host;
    this.#settings = settings;
  }

  /** What is known of a board belongs to that board. */
  forgetBoard(): void {
    this.board = null;
    this.#host.requestUpdate();
  }

  async readBoards(): Promise<void> {
    const { siteId, ask } = this.#settings();
    await this.#asking('boards', async () => {
      const answer = await listBoards(siteId, ask);
      this.boards = answer.boards;
      return answer;
    });
  }

  async readBoard(id: string): Promise<void> {
    const { siteId, ask } = this.#settings();
    await this.#asking('board', async () => {
      const answer = await readBoard(siteId, id, ask);
      if (this.#settings().boardId === id) this.board = answer.board;
      return answer;
    });
  }

  async #asking(
    what: 'boards' | 'board',
    ask: () => Promise<{ ok: boolean; message: string }>,
  ): Promise<void> {
    this.busy = what;
    this.problem = '';
    this.#host.requestUpdate();
    try {
      const { ok, message } = await ask();
      if (!ok) this.problem = message;
    } catch (error) {
      this.problem = `${texts.failed} ${messageOf(error)}`;
    } finally {
      this.busy = '';
      this.#host.requestUpdate();
    }
  }
}
