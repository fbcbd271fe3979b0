/**
 * Answers what is so broken that it never becomes a request: bytes that are no HTTP, headers without end, a body that
 * is never sent whole. Node would answer with a bare status; programs get the contract's error here too.
 */
import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { AppError, badRequest } from '../errors.ts';
import { errorBody } from './error-handler.ts';

const ERRORS: Record<string, AppError> = {
  HPE_HEADER_OVERFLOW: new AppError(431, 'headers_too_large', 'The headers of the request are too long.'),
  ERR_HTTP_REQUEST_TIMEOUT: new AppError(408, 'request_timeout', 'The request took too long to be sent.'),
};

/**
 * For the server's `clientError`: nothing of what was sent is looked at, logged or kept. A connection that was opened in
 * advance, as browsers and proxies do, and never used is only closed: an answer to no request would be taken for the
 * answer to the next one.
 */
export function refuseBroken(thrown: NodeJS.ErrnoException, socket: Duplex): void {
  if ((socket as Socket).bytesRead === 0) return void socket.destroy();
  // An answer that has begun can't be followed by another one.
  const { _httpMessage: begun } = socket as Duplex & { _httpMessage?: ServerResponse };
  if (!socket.writable || thrown.code === 'ECONNRESET' || begun?.headersSent) return void socket.destroy();
  const error = ERRORS[thrown.code ?? ''] ?? badRequest();
  const requestId = randomUUID();
  const body = JSON.stringify(errorBody(error, requestId));
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: strict-origin-when-cross-origin',
    "Content-Security-Policy: default-src 'none';base-uri 'none';object-src 'none';frame-ancestors 'none'",
    `X-Request-Id: ${requestId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
