/**
 * Calls to addresses that an admin typed in: workflows, models, webhooks, vendors. No redirect is followed, cloud
 * metadata and link-local addresses are refused in every spelling and also behind a name (OWASP SSRF prevention,
 * case 2), and what comes back is read only up to a size.
 */
import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type RequestInit, type Response } from 'undici';

/** The address is one that Parlour must not call. The message is for the admin. */
export class AddressRefused extends Error {}

export interface Outgoing {
  /**
   * Like fetch. Redirects come back as they are (3xx). No time limit of its own: bring a signal.
   * @throws AddressRefused, or what fetch throws
   */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Names clouds give their metadata service; the addresses behind them are refused as well. */
const METADATA_NAMES = /^(metadata|instance-data)(\.|$)|(^|\.)metadata\.google\.internal\.?$/i;
/** Metadata services on addresses that look like any other: Azure, Alibaba, AWS over IPv6. */
const METADATA_ADDRESSES = new Set(['168.63.129.16', '100.100.100.200', 'fd00:ec2::254']);
const PRIVATE_RANGES = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/** @param allowPrivate whether this machine and private networks may be called */
export function createOutgoing({ allowPrivate }: { allowPrivate: boolean }): Outgoing {
  const lookup = ((host, options, done) => {
    dnsLookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const addresses = found as LookupAddress[];
      const refused = addresses.find(({ address }) => !isAllowed(address, allowPrivate));
      if (refused || addresses.length === 0) return done(new AddressRefused(refusal(host)), '', 0);
      if ((options as { all?: boolean }).all)
        (done as (e: null, all: LookupAddress[]) => void)(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    });
  }) as LookupFunction;
  // Callers bring their own time limits; undici's would cut a slow workflow off in the middle.
  const dispatcher = new Agent({ connect: { lookup, timeout: 10_000 }, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async fetch(url, init = {}) {
      checkUrl(url, allowPrivate);
      try {
        return await fetch(url, { ...init, dispatcher, redirect: 'manual' });
      } catch (error) {
        // fetch hides why behind "fetch failed".
        const cause = (error as Error).cause;
        throw cause instanceof AddressRefused ? cause : error;
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** @throws AddressRefused when the URL is not http(s) or names an address that must not be called */
export function checkUrl(url: string, allowPrivate: boolean): void {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new AddressRefused('Only addresses that begin with http:// or https:// can be called.');
  // The URL parser has turned every spelling of an IPv4 address (0x7f.1, 2130706433) into the one with dots.
  const host = hostname.replace(/^\[|\]$/g, '');
  const refused = ipaddr.isValid(host) ? !isAllowed(host, allowPrivate) : METADATA_NAMES.test(host);
  if (refused) throw new AddressRefused(refusal(host));
}

/** The body as text. @throws RangeError when it is longer than `most` bytes; nothing more is read then */
export async function readLimited(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > most) throw new RangeError(`the answer is longer than ${most} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** What comes first of the body, at most `most` bytes of it and for at most `milliseconds`; the rest is not read. */
export async function readBeginning({ body }: Response, most: number, milliseconds: number): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return '';
  const late = setTimeout(() => reader.cancel().catch(() => {}), milliseconds);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < most) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      size += value.byteLength;
    }
  } catch {
    // Cut off in the middle: what came is what there is.
  } finally {
    clearTimeout(late);
    reader.cancel().catch(() => {});
  }
  return Buffer.concat(pieces).subarray(0, most).toString('utf8');
}

function isAllowed(address: string, allowPrivate: boolean): boolean {
  let parsed: ipaddr.IPv4 | ipaddr.IPv6 = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.range() === 'rfc6052') parsed = new ipaddr.IPv4(parsed.toByteArray().slice(12));
  if (METADATA_ADDRESSES.has(parsed.toString())) return false;
  const range = parsed.range();
  // Of IPv6 only 2000::/3 leads out into the world; what is "unicast" beside it (::127.0.0.1, fec0::) does not.
  if (range === 'unicast' && parsed.kind() === 'ipv6') return parsed.toByteArray()[0]! >> 5 === 1;
  return range === 'unicast' || (allowPrivate && PRIVATE_RANGES.has(range));
}

const refusal = (host: string) =>
  `Parlour does not call ${host}: it is an address inside a private network or a cloud's own service.`;
