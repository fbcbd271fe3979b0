import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { closeSilentConnections, watchSilentConnections } from '../../../backend/http/silent-connections.ts';
import { until } from '../../support/until.ts';

describe('a server that ends', () => {
  it('closes connections on which nothing was ever asked, and no other', async () => {
    const asked: ServerResponse[] = [];
    const server = createServer((_, response) => asked.push(response));
    watchSilentConnections(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const open = async (text?: string) => {
      const taken = once(server, 'connection');
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.on('data', (bytes) => (heard += bytes));
      const [theirs] = await taken;
      if (text) socket.write(text);
      await until(() => theirs.bytesRead === (text?.length ?? 0), 'it has arrived');
      return { heard: () => heard, ended: once(socket, 'close') };
    };
    const silent = await open();
    const under = await open('GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await open('GET /late HTTP/1.1\r\n');
    await until(() => asked.length === 1, 'one asks');

    closeSilentConnections(server, 60_000);
    expect(await count(server), 'a request may still be on its way').to.equal(3);
    closeSilentConnections(server, 0);
    await silent.ended;
    expect(await count(server)).to.equal(2);
    asked[0]!.end('here');
    await under.ended;
    expect(under.heard()).to.contain('200 OK').and.contain('here');
    server.closeAllConnections();
    server.close();
  });
});

const count = promisify((server: Server, tell: (error: Error | null, open: number) => void) =>
  server.getConnections(tell),
);
