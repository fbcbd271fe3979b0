/**
 * Requests that every route must refuse, made out of its declaration: the path, the query, the body, who calls and how.
 * None of them is right by accident: `judge` reads each of them before it is sent.
 */
import type { Chance } from '../faults/rounds.ts';
import { brokenBody, wrongBody, wrongType } from './bad-bodies.ts';
import { withOddHeaders, wrongBytes, wrongCaller, wrongHook, wrongMethod } from './bad-callers.ts';
import { wrongPath, wrongQuery } from './bad-urls.ts';
import type { Kind, Target } from './requests.ts';
import type { HostileRequest } from './send.ts';

/** One bad request for this route; the kind is chosen by chance among those that can be wrong about it. */
export function badRequest(target: Target, chance: Chance): HostileRequest {
  const kinds: Kind[] = target.route.body
    ? [
        wrongBody,
        wrongBody,
        wrongBody,
        wrongBody,
        brokenBody,
        wrongType,
        wrongQuery,
        wrongPath,
        wrongCaller,
        wrongMethod,
        wrongBytes,
      ]
    : [wrongQuery, wrongQuery, wrongPath, wrongPath, wrongCaller, wrongMethod, wrongBytes, wrongHook];
  for (;;) {
    const request = chance.pick(kinds)(target, chance);
    if (request) return chance.between(0, 5) === 0 ? withOddHeaders(request, chance) : request;
  }
}
