/**
 * Parlour as a larger house runs it: two web and two worker processes on one PostgreSQL, each with a folder of its own,
 * behind a reverse proxy.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../backend/db/knex.ts';
import type { SiteCreate, SiteView } from '../../backend/sites/schema.ts';
import { ADMIN, PAGE_ORIGIN } from './parlour.ts';
import { type ParlourProcess, startProcess } from './parlour-process.ts';
import { createTestDatabase } from './postgres.ts';
import { ReverseProxy } from './reverse-proxy.ts';
import { StaffClient } from './staff-client.ts';

export interface Member extends ParlourProcess {
  role: 'web' | 'worker';
}

export class Cluster {
  /** Web processes first. */
  members: Member[] = [];
  admin!: StaffClient;
  private readonly folders: string[] = [];

  private constructor(
    readonly databaseUrl: string,
    readonly database: Database,
    readonly proxy: ReverseProxy,
    private environment: Record<string, string>,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<Cluster> {
    const databaseUrl = await createTestDatabase();
    const proxy = await ReverseProxy.start();
    const cluster = new Cluster(databaseUrl, openDatabase(databaseUrl, 2), proxy, {
      PUBLIC_URL: proxy.url,
      DATABASE_URL: databaseUrl,
      APP_SECRET: 'a secret that only the tests use',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      TRUST_PROXY: '1',
      ...environment,
    });
    // All at one moment, on a database without tables of the queue's: each waits for its turn to prepare.
    await Promise.all((['web', 'web', 'worker', 'worker'] as const).map((role) => cluster.join(role)));
    cluster.admin = await StaffClient.signIn(cluster.url, ADMIN);
    return cluster;
  }

  /** Through the proxy. */
  get url(): string {
    return this.proxy.url;
  }

  /** Past the proxy: the addresses of the web processes. */
  get webs(): string[] {
    return this.members.filter(({ role }) => role === 'web').map(({ url }) => url);
  }

  createSite(overrides: Partial<SiteCreate> = {}): Promise<SiteView> {
    return this.admin.post('/api/v1/sites', {
      name: 'Lindenhof',
      allowedOrigins: [PAGE_ORIGIN],
      ...overrides,
    });
  }

  /** The admin's sign-in at one process. */
  adminAt(url: string): StaffClient {
    return this.admin.at(url);
  }

  /** One more process. */
  async join(role: 'web' | 'worker'): Promise<Member> {
    const folder = mkdtempSync(join(tmpdir(), 'parlour-cluster-'));
    this.folders.push(folder);
    const started = await startProcess({ ...this.environment, DATA_DIR: folder, ROLE: role });
    const member = { ...started, role };
    this.members.push(member);
    this.members.sort((one, other) => one.role.localeCompare(other.role));
    if (!started.output().includes('"msg":"ready"')) throw new Error(`it ended: ${started.output()}`);
    if (role === 'web') await this.proxy.add(member.url);
    return member;
  }

  /** A new process takes the place of one, which is asked to end. @returns the exit code of the old one */
  async replace(old: Member, more: Record<string, string> = {}): Promise<number | null> {
    this.environment = { ...this.environment, ...more };
    await this.join(old.role);
    return this.end(old);
  }

  private async end(old: Member): Promise<number | null> {
    this.members = this.members.filter((member) => member !== old);
    old.kill('SIGTERM');
    const code = await old.ended;
    this.proxy.remove(old.url);
    return code;
  }

  /**
   * Every process gives way to a new one, a web process and a worker at a time: the next ones are begun while those before
   * them end. @returns the exit codes of the old ones, once all have ended
   */
  async roll(more: Record<string, string>): Promise<Array<number | null>> {
    this.environment = { ...this.environment, ...more };
    const [web1, web2, worker1, worker2] = [...this.members] as [Member, Member, Member, Member];
    const ends: Array<Promise<number | null>> = [];
    for (const pair of [
      [web1, worker1],
      [web2, worker2],
    ]) {
      await Promise.all(pair.map(({ role }) => this.join(role)));
      for (const old of pair) ends.push(this.end(old));
    }
    return Promise.all(ends);
  }

  async stop(): Promise<void> {
    await this.database.destroy();
    // What they would still do nobody waits for; ending in order has tests of its own.
    for (const member of this.members) member.kill('SIGKILL');
    await Promise.all(this.members.map(({ ended }) => ended));
    await this.proxy.stop();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}
