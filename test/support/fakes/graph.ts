/**
 * Facebook's side of Messenger on loopback: the Graph API that takes messages, and the sender of signed events, faults
 * included. Bodies of events are escaped as Facebook does it, so that only their own bytes fit the signature.
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';

export interface GraphSend {
  pageId: string;
  token: string | undefined;
  body: {
    recipient: { id: string };
    messaging_type?: string;
    tag?: string;
    sender_action?: string;
    message?: { text: string; metadata: string; quick_replies?: Array<{ title: string }> };
  };
}

/** `cut`: taken, and the connection is gone before the answer; `gateway`: a page of some proxy. */
export type GraphAnswer =
  | 'ok'
  | 'cut'
  | 'gateway'
  | { status: number; code: number; subcode?: number; headers?: Record<string, string> };

export interface FakeGraph {
  url: string;
  /** Messages that were asked to be sent, in their order. */
  sends: GraphSend[];
  /** Messages that people have: what was taken. */
  arrived: GraphSend[];
  actions: GraphSend[];
  /** What is answered next, before `ok` again. */
  queue: GraphAnswer[];
  subscribed: string[];
  /** What people are called. */
  profile: { first_name: string; last_name: string };
  /** Called for each message that was taken, with Facebook's id of it. */
  onArrived: (send: GraphSend, mid: string) => void;
  stop(): Promise<void>;
}

export async function startFakeGraph(): Promise<FakeGraph> {
  let number = 0;
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  const fake: FakeGraph = {
    url: `${await listen(server)}/v25.0`,
    sends: [],
    arrived: [],
    actions: [],
    queue: [],
    subscribed: ['messages', 'messaging_postbacks', 'message_echoes'],
    profile: { first_name: 'Ana', last_name: 'Müller' },
    onArrived: () => {},
    stop: () => hangUp(server),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, fake.url);
    const [, , id = '', edge] = pathname.split('/').map(decodeURIComponent);
    if (request.method === 'GET') return answerGet(id, edge, searchParams.get('fields'), response);
    const body = JSON.parse(await bodyOf(request));
    const send: GraphSend = { pageId: id, token: request.headers.authorization, body };
    if (body.sender_action) {
      fake.actions.push(send);
      return json(response, 200, { recipient_id: body.recipient.id });
    }
    fake.sends.push(send);
    const answer = fake.queue.shift() ?? 'ok';
    if (answer === 'gateway')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html></html>');
    if (typeof answer === 'object') return refuse(response, answer);
    number += 1;
    const mid = `m_out_${number}`;
    fake.arrived.push(send);
    fake.onArrived(send, mid);
    if (answer === 'cut') return void request.socket.destroy();
    json(response, 200, { recipient_id: body.recipient.id, message_id: mid });
  }

  function answerGet(id: string, edge: string | undefined, fields: string | null, response: ServerResponse) {
    if (edge === 'subscribed_apps')
      return json(response, 200, { data: [{ id: '77', name: 'Chat', subscribed_fields: fake.subscribed }] });
    if (id.startsWith('9')) return json(response, 200, { id, name: 'Lindenhof on Facebook' });
    if (fields?.includes('first_name')) return json(response, 200, { id, ...fake.profile });
    return refuse(response, { status: 400, code: 100 });
  }
  return fake;
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

function refuse(response: ServerResponse, { status, code, subcode, headers }: GraphAnswer & object): void {
  const error = {
    message: '(#x) Something Facebook says',
    type: 'OAuthException',
    code,
    ...(subcode && { error_subcode: subcode }),
    fbtrace_id: 'AbC',
  };
  json(response, status, { error }, headers);
}

/** JSON with the escapes that Facebook writes. */
export const asFacebookWrites = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[\u0080-\uffff<>%@&']/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');

export const signed = (body: string, appSecret: string) =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** Sends events of one page to Parlour. @returns the status of the answer */
export async function tellParlour(
  parlourUrl: string,
  appSecret: string,
  pageId: string,
  messaging: unknown[],
): Promise<number> {
  const body = asFacebookWrites({ object: 'page', entry: [{ id: pageId, time: Date.now(), messaging }] });
  const response = await fetch(`${parlourUrl}/hooks/messenger`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signed(body, appSecret) },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
