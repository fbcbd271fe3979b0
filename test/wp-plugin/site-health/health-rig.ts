/** A WordPress with the plugin that is broken on purpose, and its two ways to ask what is wrong. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Person } from '../../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../../support/wordpress.ts';
import { type FakeBackend, startFakeBackend } from '../fake-backend.ts';

export interface Result {
  label: string;
  status: string;
  description: string;
  actions: string;
}
interface Row {
  check: string;
  status: string;
  found: string;
  do: string;
}
/** What becomes of a page on its way out (`faulty-site.php`). */
export interface Faults {
  headers?: string[];
  replace?: [from: string, to: string][];
  status?: number;
}

export const words = ({ label, description }: Result) => `${label} ${description}`;
export const statuses = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map(({ check, status }) => [check, status]));

export class HealthRig {
  readonly wordpress: WordPress;
  readonly backend: FakeBackend;
  readonly admin: Person;
  readonly #nonce: string;

  private constructor(wordpress: WordPress, backend: FakeBackend, admin: Person, nonce: string) {
    this.wordpress = wordpress;
    this.backend = backend;
    this.admin = admin;
    this.#nonce = nonce;
  }

  static async start(): Promise<HealthRig> {
    const wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    const backend = await startFakeBackend();
    copyFileSync(
      join(import.meta.dirname, 'faulty-site.php'),
      join(wordpress.dir, 'wp-content/mu-plugins/faulty-site.php'),
    );
    const admin = await Person.signedIn(wordpress);
    const nonce = await admin.html('/wp-admin/admin-ajax.php?action=rest-nonce');
    return new HealthRig(wordpress, backend, admin, nonce);
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.wordpress.stop();
  }

  spoil(faults: Faults): void {
    const said = JSON.stringify(faults).replaceAll('BACKEND', this.backend.url);
    writeFileSync(join(this.wordpress.dir, 'wp-content/faults.json'), said);
  }

  get(check: string, person = this.admin, nonce = this.#nonce): Promise<Response> {
    return person.get(`/wp-json/parlour/v1/health/${check}?_wpnonce=${nonce}`);
  }

  /** What the screen asks for each check. */
  async ask(check: string): Promise<Result> {
    const answer = await this.get(check);
    expect(answer.status).to.equal(200);
    return (await answer.json()) as Result;
  }

  /** The rows of `wp parlour test`, and whether it ended well. */
  async test(): Promise<{ passed: boolean; rows: Row[] }> {
    const printed = await this.wordpress
      .wp('parlour', 'test', '--format=json')
      .catch((error: Error) => error.message);
    const rows = JSON.parse(printed.slice(printed.indexOf('[{')));
    return { passed: !printed.includes('failed (1)'), rows };
  }

  async testsOnScreen(): Promise<string[]> {
    const page = await this.admin.html('/wp-admin/site-health.php');
    return page.match(/parlour\\?\/v1\\?\/health\\?\/[a-z]+/g) ?? [];
  }
}
