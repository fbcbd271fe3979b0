/**
 * A certificate that nobody vouches for, for receivers behind https. It is public and protects nothing.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUE0YQgt/79Q/qBPfEB9gW92LMi7UwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzAwMjAzN1oYDzIxMjYxMDMw
MDAyMDM3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQcN030eN+VIxcEs+yq0VMxLyVmA7R3GuX/qX8Aogqa/7p9UbX1CUvJ
BliUO7pcVi3jCwPzt0Wt3cpx6pmK9Wavo1MwUTAdBgNVHQ4EFgQUku8QoSRlBCHv
Mu3/L7aEX2KiWWcwHwYDVR0jBBgwFoAUku8QoSRlBCHvMu3/L7aEX2KiWWcwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAurcMBrJQyhAp+WXviZqi
6AMRp8yHDihGM/auwMkKIcgCICSd5InfJR8y2tGxOtgXfFPPL4B5aJKszj/V6D5L
iabd
-----END CERTIFICATE-----`;

export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpTjkWDc1VIK2zG8x
pCJEK/PgCOodeLdK2YHn+nSiai6hRANCAAQcN030eN+VIxcEs+yq0VMxLyVmA7R3
GuX/qX8Aogqa/7p9UbX1CUvJBliUO7pcVi3jCwPzt0Wt3cpx6pmK9Wav
-----END PRIVATE KEY-----`;

/** A server that answers 200 to whoever accepts its certificate. */
export async function startSelfSigned(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (_, res) => res.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
