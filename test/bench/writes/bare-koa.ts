/** The floor: Koa and a body parser that answer a message as Parlour would, without doing anything. */
import type { AddressInfo } from 'node:net';
import { json } from 'co-body';
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx) => {
  const { id, text } = await json(ctx.req);
  const message = { id, seq: 2, role: 'visitor', text, createdAt: new Date().toISOString() };
  const reply = {
    ...message,
    seq: 3,
    role: 'assistant',
    text: 'I’ll pass this to the team. Where can they reach you?',
  };
  ctx.body = { messages: [message, reply], session: { id, completionStatus: 'in_progress', mode: 'ai' } };
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
