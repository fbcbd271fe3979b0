/** A person who uses WordPress over plain HTTP: follows no redirects, runs no scripts, keeps cookies. */
import type { WordPress } from '../wordpress.ts';

export class Person {
  #url: string;
  #headers: Record<string, string>;
  #cookies = new Map<string, string>([['wordpress_test_cookie', 'WP%20Cookie%20check']]);

  /** Somebody who is not signed in. Headers set them apart from other visitors. */
  constructor(wordpress: WordPress, headers: Record<string, string> = {}) {
    this.#url = wordpress.url;
    this.#headers = headers;
  }

  /** Somebody who is signed in. */
  static async signedIn(
    wordpress: WordPress,
    user = 'admin',
    password = 'password',
    headers: Record<string, string> = {},
  ): Promise<Person> {
    const person = new Person(wordpress, headers);
    const answer = await person.post('/wp-login.php', { log: user, pwd: password, testcookie: '1' });
    if (answer.status !== 302) throw new Error(`WordPress did not let ${user} in (${answer.status}).`);
    return person;
  }

  /** Fetches a path of the site. */
  async get(path: string): Promise<Response> {
    return this.#send(path, { method: 'GET' });
  }

  /** Fetches a path and resolves with the HTML. */
  async html(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  /** Sends a form. */
  async post(path: string, form: Record<string, string>): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** What the site left in this browser under a name. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = new URL(path, this.#url);
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...this.#headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      this.#cookies.set(name, value.join('='));
    }
    return answer;
  }
}
