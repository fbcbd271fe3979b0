/**
 * Where a request comes from. X-Forwarded-For is believed only as far as configured proxies wrote it.
 */
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** @param trustProxy a number of proxies in front, or the CIDRs they are in */
export function addressReader(trustProxy: number | readonly string[]): (req: IncomingMessage) => string {
  const trust =
    typeof trustProxy === 'number'
      ? (_address: string, hop: number) => hop < trustProxy
      : proxyAddr.compile([...trustProxy]);
  return (req) => {
    const address = proxyAddr(req, trust);
    return ipaddr.isValid(address) ? ipaddr.process(address).toString() : 'unknown';
  };
}

/** The network only: /24 of IPv4, /48 of IPv6. What is stored of a visitor's address. */
export function addressPrefix(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? `${parsed.toString().split('.').slice(0, 3).join('.')}.0/24`
    : `${(parsed as ipaddr.IPv6).parts
        .slice(0, 3)
        .map((part) => part.toString(16))
        .join(':')}::/48`;
}

/** A key for counting per address that can't be turned back. IPv6 counts per /64, which is one connection. */
export function addressKey(address: string, key: Buffer): string {
  const counted =
    address.includes(':') && ipaddr.isValid(address)
      ? (ipaddr.parse(address) as ipaddr.IPv6).parts.slice(0, 4).join(':')
      : address;
  return createHmac('sha256', key).update(counted).digest('base64url').slice(0, 22);
}
