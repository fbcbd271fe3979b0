import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import { refuseBroken } from '../../../backend/http/broken-request.ts';

describe('a connection that takes too long', () => {
  let server: Server;

  before(async () => {
    server = createServer({ headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 });
    server.on('clientError', refuseBroken);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  after(() => {
    server.close();
  });

  /** What the server says by itself. */
  async function hear(begun: string): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes;
    });
    if (begun) socket.write(begun);
    await once(socket, 'close');
    return heard;
  }

  it('is told so when a request was begun', async () => {
    expect(await hear('POST /api/v1/visitor/sessions HTTP/1.1\r\nHost: x\r\n')).to.match(
      /^HTTP\/1.1 408 .*request_timeout/s,
    );
  });

  it('is closed without a word when it was never used: the word would be taken for the next answer', async () => {
    expect(await hear('')).to.equal('');
  });
});
