/**
 * Headers of every response. Our own pages run only scripts and styles that we serve, and nobody else frames them;
 * /embed widens `frame-ancestors` for its site (pages/embed).
 */

import type { Middleware } from 'koa';
import helmet from 'koa-helmet';

/** @param https whether the public URL is https: only then HSTS makes sense */
export function securityHeaders(https: boolean): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    // The widget's files are meant to be loaded by other sites.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    xFrameOptions: false,
    xXssProtection: false,
  });
}
