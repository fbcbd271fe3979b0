/** What Monday says: done, refused, and each way in which it fails. */

export type MondayFault =
  | 'complexity'
  | 'complexityOld'
  | 'rate'
  | 'daily'
  | 'unauthorized'
  | 'cutBefore'
  | 'cutAfter'
  | 'busy'
  | 'error500'
  | 'html';

export interface MondayAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export const done = (data: unknown): MondayAnswer => ({
  status: 200,
  body: { data, extensions: { request_id: 'fake' } },
});

/** An error of the application: HTTP 200. */
export const refused = (code: string, error_data: Record<string, unknown> = {}, more = {}): MondayAnswer => ({
  status: 200,
  body: {
    data: [],
    errors: [
      {
        message: `${code}: see the documentation`,
        extensions: { code, error_data, status_code: 200, ...more },
      },
    ],
  },
});

export function faultAnswer(fault: MondayFault): MondayAnswer | undefined {
  switch (fault) {
    case 'complexity':
      return refused(
        'COMPLEXITY_BUDGET_EXHAUSTED',
        {},
        {
          complexity: 10_000,
          complexity_budget_left: 0,
          complexity_budget_limit: 1_000_000,
          retry_in_seconds: 37,
        },
      );
    case 'complexityOld':
      return {
        status: 429,
        body: {
          error_code: 'ComplexityException',
          status_code: 429,
          error_message:
            'Complexity budget exhausted, query cost 30001 budget remaining 19986 reset in 41 seconds',
        },
      };
    case 'rate':
      return { ...refused('RATE_LIMIT_EXCEEDED'), status: 429, headers: { 'retry-after': '55' } };
    case 'daily':
      return { ...refused('DAILY_LIMIT_EXCEEDED'), status: 429 };
    case 'unauthorized':
      return refused('UserUnauthorizedException');
    case 'busy':
      return { status: 409, headers: { 'retry-after': '3' }, body: { errors: [{ message: 'Conflict' }] } };
    case 'error500':
      return { status: 500, body: { errors: [{ message: 'Internal server error' }] } };
    case 'html':
      return { status: 502, body: '<html>Bad gateway</html>' };
    default:
      return undefined;
  }
}
