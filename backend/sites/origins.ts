/**
 * The addresses of web pages that may show the chat, as browsers name them.
 */
import { invalid } from '../errors.ts';

/**
 * An origin is written into headers (`frame-ancestors`), where a comma, semicolon or star of a host name would say
 * something else; URLs may hold them. International names are ASCII by then.
 */
const PLAIN = /^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d+)?$/;

/**
 * Each once and in the one spelling that browsers send: lower case, without a default port.
 * @throws validation_failed naming the one that is no origin
 */
export function asBrowsersSend(origins: readonly string[]): string[] {
  const sent = origins.map((text, index) => {
    const origin = URL.canParse(text) ? new URL(text).origin : '';
    if (!PLAIN.test(origin))
      throw invalid([
        {
          path: `allowedOrigins.${index}`,
          message: 'This is not a web address, such as https://example.com.',
        },
      ]);
    return origin;
  });
  return [...new Set(sent)];
}
