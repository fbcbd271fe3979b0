/**
 * Makes what a run answers the same in every run, and empty of anything that opens a door: ids, times, tokens, keys,
 * addresses of this machine, and how long things took.
 */

/** What stands for a secret or a value of chance, by the name of the property that holds it. */
const BY_NAME: Record<string, string> = {
  token: 'a-visitor-token',
  key: 'plr_an-api-key',
  prefix: 'plr_an-a',
  code: 'parlour_connect_code',
  secret: 'whsec_YW4gZXhhbXBsZQ==',
  identitySecret: 'an-identity-secret',
  identity: 'a-signed-identity',
  fingerprint: '0f1e2d3c4b5a6978',
  nextCursor: 'a-cursor',
  requestId: '01980000-0000-4000-8000-000000000000',
};
const TIMES: Record<string, string> = {
  lastMessageAt: '09:00:40',
  completedAt: '09:01:00',
  lastAt: '09:02:00',
};
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const DATE = /20\d\d-\d\d-\d\d(?!\d|T09)/g;

export class Steady {
  private readonly ids = new Map<string, string>();

  /** @param names what texts of this run alone are called, such as the address of a server on this machine */
  constructor(private readonly names: Array<[text: string, name: string]>) {}

  /** A copy of any JSON in which nothing depends on the run. */
  value(value: unknown, name = '', seq?: number): unknown {
    if (typeof value === 'string') return this.text(value, name, seq);
    if (typeof value === 'number') return /ms$/i.test(name) ? 120 : value;
    if (Array.isArray(value)) return value.map((item) => this.value(item, name));
    if (!value || typeof value !== 'object') return value;
    const of =
      typeof (value as { seq?: unknown }).seq === 'number' ? (value as { seq: number }).seq : undefined;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [this.words(key), this.value(inner, key, of)]),
    );
  }

  private text(text: string, name: string, seq = 0): string {
    const fixed = BY_NAME[name];
    // A site's key is no secret and short; a token of one word would be a word.
    if (fixed && text.length > 7 && !text.includes(' '))
      return name === 'key' && !text.startsWith('plr_') ? this.words(text) : fixed;
    const clock = TIMES[name] ?? `09:00:${String(Math.min(seq * 5, 55)).padStart(2, '0')}`;
    return this.words(text, clock);
  }

  private words(text: string, clock = '09:00:00'): string {
    const named = this.names.reduce((whole, [from, to]) => whole.replaceAll(from, to), text);
    return named
      .replace(UUID, (id) => this.id(id))
      .replace(TIME, `2026-03-02T${clock}.000Z`)
      .replace(DATE, '2026-03-02')
      .replace(/(token=)[\w.~-]+/g, '$1one-time-token')
      .replace(/whsec_[\w+/=]+/g, 'whsec_YW4gZXhhbXBsZQ==')
      .replace(/("token":)"[^"]+"/g, '$1"a-visitor-token"');
  }

  private id(id: string): string {
    const known =
      this.ids.get(id) ?? `01980000-0000-7000-8000-${String(this.ids.size + 1).padStart(12, '0')}`;
    this.ids.set(id, known);
    return known;
  }
}
