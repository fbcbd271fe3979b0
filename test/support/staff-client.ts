import { type Answer, type CallOptions, call, ok } from './http-client.ts';

/** A signed-in person, with the cookie a browser would keep. */
export class StaffClient {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async signIn(url: string, credentials: { email: string; password: string }): Promise<StaffClient> {
    const answer = await call(`${url}/api/v1/auth/login`, { json: credentials, headers: { origin: url } });
    if (answer.status !== 200)
      throw new Error(`could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new StaffClient(url, cookieOf(answer));
  }

  /** The same sign-in at another address: another process, or the proxy before them. */
  at(url: string): StaffClient {
    return new StaffClient(url, this.cookie);
  }

  call<T = unknown>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return call<T>(this.url + path, { ...options, headers: { ...this.headers, ...options.headers } });
  }

  get<T>(path: string): Promise<T> {
    return ok(this.call<T>(path));
  }

  post<T>(path: string, json?: unknown): Promise<T> {
    return ok(this.call<T>(path, { method: 'POST', json }));
  }

  patch<T>(path: string, json: unknown): Promise<T> {
    return ok(this.call<T>(path, { method: 'PATCH', json }));
  }

  /** The sign-in as a browser of Playwright takes it. */
  get browserCookies(): { name: string; value: string; url: string }[] {
    return this.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: this.url };
    });
  }

  /** What the browser adds to a call of the dashboard's own. */
  get headers(): Record<string, string> {
    return { cookie: this.cookie, origin: this.url };
  }
}

/** The session cookie as `name=value`. */
export function cookieOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}
