/**
 * Resend as its API documents it: POST /emails with a bearer key, answers by name, and its memory of idempotency keys:
 * the same key and body is answered as before, the same key with another body is refused, and so is one that is still
 * under way. Faults are made by the test; `cut` takes the mail and breaks the connection before it says so.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';

export interface SentMail {
  id: string;
  key: string;
  headers: IncomingHttpHeaders;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  tags: Array<{ name: string; value: string }>;
}

export type Fault =
  | 'cut'
  | { status: number; name: string; message?: string; headers?: Record<string, string> };

const KEY = 're_test';
const ADDRESS = /^[^\s@<>,"]+@[^\s@<>,"]+\.[a-z]{2,}$/i;

export class FakeResend {
  url = '';
  /** Each mail that was accepted, once. */
  mails: SentMail[] = [];
  /** Every call, also those that were refused. */
  calls = 0;
  /** What is wrong with the next calls. */
  faults: Fault[] = [];
  private readonly known = new Map<string, { hash: string; id: string }>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeResend> {
    const server = createServer();
    const fake = new FakeResend(server);
    server.on('request', (req, res) => {
      bodyOf(req).then((body) => {
        fake.calls++;
        const answer = fake.answer(req.method!, req.url!, req.headers, body);
        if (answer === 'cut') return void req.socket.destroy();
        res.writeHead(answer.status, {
          'content-type': 'application/json',
          'ratelimit-limit': '5',
          ...answer.headers,
        });
        res.end(JSON.stringify(answer.body));
      }, forgotten);
    });
    fake.url = await listen(server);
    return fake;
  }

  /** The environment of a Parlour that sends by this. */
  get environment(): Record<string, string> {
    return { RESEND_API_KEY: KEY, RESEND_BASE_URL: this.url, MAIL_FROM: 'Parlour <desk@parlour.example>' };
  }

  /** Mails to an address, oldest first. */
  to(address: string): SentMail[] {
    return this.mails.filter(({ to }) => to.includes(address));
  }

  stop(): Promise<void> {
    return hangUp(this.server);
  }

  private answer(method: string, path: string, headers: IncomingHttpHeaders, body: string) {
    const fault = this.faults.shift();
    if (fault && fault !== 'cut') return refusal(fault);
    if (method !== 'POST' || path !== '/emails')
      return refusal({ status: 404, name: 'not_found', message: 'The requested endpoint does not exist.' });
    if (headers.authorization !== `Bearer ${KEY}`)
      return refusal({ status: 401, name: 'missing_api_key', message: 'Missing API key.' });
    const key = String(headers['idempotency-key'] ?? '');
    if (key === '' || key.length > 256) return refusal({ status: 400, name: 'invalid_idempotency_key' });
    const hash = createHash('sha256').update(body).digest('hex');
    const known = this.known.get(key);
    if (known && known.hash !== hash)
      return refusal({
        status: 409,
        name: 'invalid_idempotent_request',
        message: 'Same key, another payload.',
      });
    if (known) return { status: 200, headers: {}, body: { id: known.id } };
    const mail = JSON.parse(body) as Omit<SentMail, 'id' | 'key' | 'headers'>;
    const wrong = mail.to.find((address) => !ADDRESS.test(address));
    if (wrong !== undefined || mail.to.length === 0 || mail.to.length > 50 || /[\r\n]/.test(mail.subject))
      return refusal({ status: 422, name: 'validation_error', message: 'Invalid `to` field.' });
    if (mail.tags.some(({ name, value }) => !/^[\w-]{1,256}$/.test(name) || !/^[\w-]{1,256}$/.test(value)))
      return refusal({
        status: 422,
        name: 'validation_error',
        message: 'Tags should only contain ASCII letters.',
      });
    const id = randomUUID();
    this.known.set(key, { hash, id });
    this.mails.push({ id, key, headers, ...mail });
    return fault === 'cut' ? 'cut' : { status: 200, headers: {}, body: { id } };
  }
}

function refusal({ status, name, message = name, headers = {} }: Exclude<Fault, 'cut'>) {
  return { status, headers, body: { statusCode: status, name, message } };
}

/** Whoever hung up inside of a request is answered nothing. */
const forgotten = () => {};
