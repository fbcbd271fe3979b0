/** Which refusals a route's declaration leads to: what is checked before its handler runs, and what that finds. */
import type { Route } from '../route.ts';

/** By status, for whoever reads the contract. */
export const ERROR_MEANINGS: Record<string, string> = {
  400: 'The request could not be read',
  401: 'Not signed in, or a token or key that is not valid',
  403: 'Known, and may not do this',
  404: 'Not there, or not yours to know of',
  409: 'Conflicts with how things stand',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Does not fit; each wrong field is named',
  429: 'Too often; Retry-After says how long to wait',
  503: 'Not available for a moment; Retry-After says how long to wait',
};

/** Statuses above 399, in order. */
export function errorsOf({ allow, params, query, body, limits }: Route): number[] {
  const isKnown = allow.caller !== 'anyone';
  return [
    ...(body ? [400] : []),
    ...(isKnown ? [401] : []),
    ...(isKnown || allow.sameOrigin ? [403] : []),
    ...(params ? [404] : []),
    ...(body ? [413, 415] : []),
    ...(body || query ? [422] : []),
    ...(limits?.rate ? [429] : []),
    503,
  ];
}
