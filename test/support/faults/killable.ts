/**
 * A Parlour process that is killed hard and started again at the same address, as a supervisor would do it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import type { TestParlour } from '../parlour.ts';
import { type ParlourProcess, startProcess } from '../parlour-process.ts';

export class Killable {
  private process?: ParlourProcess;

  private constructor(
    readonly url: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** One more process on the database of a Parlour that is there. */
  static async beside(parlour: TestParlour, more: Record<string, string> = {}): Promise<Killable> {
    const port = String(await freePort());
    const url = `http://127.0.0.1:${port}`;
    const killable = new Killable(url, {
      PORT: port,
      PUBLIC_URL: url,
      DATABASE_URL: parlour.databaseUrl,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'parlour-killed-')),
      APP_SECRET: 'a secret that only the tests use',
      RATE_LIMIT_FACTOR: '0',
      ...more,
    });
    await killable.start();
    return killable;
  }

  get pid(): number {
    return this.process!.pid;
  }

  async start(): Promise<void> {
    const process = await startProcess(this.environment);
    this.process = process;
    if (!process.output().includes('"msg":"ready"')) throw new Error(`it ended: ${process.output()}`);
  }

  /** kill -9, and gone. */
  async kill(): Promise<void> {
    this.process!.kill('SIGKILL');
    await this.process!.ended;
  }

  /** Asks it to end, for a start in its place. @returns its exit code */
  async terminate(): Promise<number | null> {
    this.process!.kill('SIGTERM');
    return this.process!.ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.environment.DATA_DIR!, { recursive: true, force: true });
  }
}
