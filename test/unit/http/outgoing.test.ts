import { expect } from 'chai';
import { Response } from 'undici';
import { AddressRefused, checkUrl, readBeginning, readLimited } from '../../../backend/http/outgoing.ts';
import { ANYWHERE, NEVER, NOT_HTTP, PRIVATE } from '../../support/hostile/addresses.ts';
import { counted, measured } from '../../support/measured.ts';

describe('addresses that an admin typed (promise 18)', () => {
  let refused = 0;
  const isRefused = (url: string, allowPrivate: boolean) => {
    try {
      checkUrl(url, allowPrivate);
      return false;
    } catch (error) {
      if (error instanceof AddressRefused) return true;
      throw error;
    }
  };

  for (const url of [...NEVER, ...NOT_HTTP])
    it(`never calls ${url}`, () => {
      expect([isRefused(url, false), isRefused(url, true)]).to.deep.equal([true, true]);
      refused += 1;
    });

  for (const url of PRIVATE)
    it(`calls ${url} only where private networks are allowed`, () => {
      expect([isRefused(url, false), isRefused(url, true)]).to.deep.equal([true, false]);
      refused += 1;
    });

  after(() => measured(18, counted`${refused} spellings refused by their looks`));

  for (const url of ANYWHERE)
    it(`calls ${url}`, () => {
      expect(isRefused(url, false)).to.equal(false);
    });
});

describe('what comes back from them', () => {
  /** A body without end, and how much of it was taken. */
  function endless() {
    const taken = { bytes: 0, isCancelled: false };
    const body = new ReadableStream({
      pull(controller) {
        taken.bytes += 16 * 1024;
        controller.enqueue(new Uint8Array(16 * 1024).fill(120));
      },
      cancel() {
        taken.isCancelled = true;
      },
    });
    return { taken, response: new Response(body) };
  }

  it('is read up to a size, and the rest is left', async () => {
    const { taken, response } = endless();
    expect(await readBeginning(response, 4096, 5000)).to.have.length(4096);
    expect(taken.isCancelled).to.equal(true);
    expect(taken.bytes).to.be.at.most(64 * 1024);
    const other = endless();
    const error = await readLimited(other.response, 40_000).catch((thrown) => thrown);
    expect(error).to.be.instanceOf(RangeError);
    expect(other.taken.bytes).to.be.at.most(100_000);
  });

  it('is waited for no longer than told', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('so far')) });
    expect(await readBeginning(new Response(body), 4096, 20)).to.equal('so far');
    expect(await readBeginning(new Response(null), 4096, 20)).to.equal('');
  });
});
