import { expect } from 'chai';
import { Response } from 'undici';
import { AddressRefused, checkUrl, readBeginning, readLimited } from '../../../backend/http/outgoing.ts';

/** Cloud metadata and link-local addresses, in the spellings that get past careless filters. */
const NEVER = [
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.169.254./',
  'http://2852039166/',
  'http://0xA9FEA9FE/',
  'http://0xa9.0xfe.0xa9.0xfe/',
  'http://0251.0376.0251.0376/',
  'http://025177524776/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://１６９.254.169.254/',
  'http://169。254。169。254/',
  'http://user:password@169.254.169.254:80/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[fe80::1]/',
  'http://[febf::1]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://metadata.google.internal/',
  'http://METADATA.Google.Internal./computeMetadata/v1/',
  'http://metadata/',
  'http://instance-data/latest/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[ff02::1]/',
];
/** This machine and private networks: only where the operator allows them. */
const PRIVATE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://[fd12::1]/',
];
const ANYWHERE = [
  'https://example.com/hook?key=1',
  'http://93.184.216.34/',
  'https://[2606:2800:220:1::1]/',
  'https://my-metadata.example.com/',
];
const NOT_HTTP = ['ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'data:text/plain,x'];

describe('addresses that an admin typed (promise 18)', () => {
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
    });

  for (const url of PRIVATE)
    it(`calls ${url} only where private networks are allowed`, () => {
      expect([isRefused(url, false), isRefused(url, true)]).to.deep.equal([true, false]);
    });

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
