import { type Answer, type CallOptions, call, ok } from './http-client.ts';
import type { TestParlour } from './parlour.ts';

/** An automation with an API key, made as an admin makes one. */
export class KeyClient {
  private constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  static async make(parlour: TestParlour, scopes: string[], siteId?: string): Promise<KeyClient> {
    const { key } = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'A workflow',
      scopes,
      ...(siteId && { siteId }),
    });
    return new KeyClient(parlour.url, key);
  }

  call<T = unknown>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${this.key}`, ...options.headers };
    return call<T>(this.url + path, { ...options, headers });
  }

  get<T>(path: string): Promise<T> {
    return ok(this.call<T>(path));
  }

  send<T>(method: 'POST' | 'PUT', path: string, json?: unknown): Promise<T> {
    return ok(this.call<T>(path, { method, json }));
  }
}
