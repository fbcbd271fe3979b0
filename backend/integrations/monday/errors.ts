/** What Monday's errors mean (developer.monday.com, "Error handling" and "Rate limits"), in plain words. */
import { secondsOf } from '../../http/retry-after.ts';

export interface MondayError {
  message?: string;
  path?: unknown[];
  extensions?: {
    code?: string;
    retry_in_seconds?: number;
    error_data?: { column_id?: unknown; column_name?: unknown; column_validation_error_code?: unknown };
  };
}

export interface Verdict {
  words: string;
  /** The same again would be refused again, until somebody changes something. */
  isFinal?: boolean;
  /** Seconds to wait. */
  retryAfter?: number;
  /** A column would not take its value: which one, where Monday says so. */
  column?: { id?: string };
  /** Nobody knows whether it was done. */
  isOpen?: boolean;
  /** The item, the board or the group is not there. */
  isMissing?: boolean;
}

/** Monday has answered, and it was no yes. */
export class MondayRefusal extends Error {
  readonly verdict: Verdict;
  readonly status: number | undefined;

  constructor(verdict: Verdict, status?: number) {
    super(verdict.words);
    this.verdict = verdict;
    this.status = status;
  }
}

/** Where no time is given: the limits are by the minute. */
const A_MINUTE = 60;
const NO_RIGHT =
  /^(UserUnauthorizedException|USER_UNAUTHORIZED|USER_ACCESS_DENIED|missingRequiredPermissions|UNAUTHORIZED_FIELD_OR_TYPE)$/i;
const TOO_MUCH =
  /^(RATE_LIMIT_EXCEEDED|maxConcurrencyExceeded|IP_RATE_LIMIT_EXCEEDED|API_TEMPORARILY_BLOCKED)$/i;
const MISSING =
  /^(InvalidBoardIdException|ResourceNotFoundException|InvalidItemIdException|InvalidGroupIdException|ItemNotFound.*)$/i;
const BAD_COLUMN =
  /^(ColumnValueException|InvalidColumnIdException|InvalidColumnTypeException|CorrectedValueException)$/i;

export function judge(status: number, errors: readonly MondayError[], retryHeader: string | null): Verdict {
  const retryAfter = secondsOf(retryHeader);
  const error = errors[0];
  const code = error?.extensions?.code ?? '';
  const message = error?.message ?? '';
  if (status === 401 || NO_RIGHT.test(code) || /not authenticated/i.test(message))
    return {
      words:
        'Monday does not accept the token, or its owner may not do this. It takes another token in the settings of the site.',
      isFinal: true,
    };
  if (/^DAILY_LIMIT_EXCEEDED$/i.test(code))
    return {
      words: 'The account has used up Monday’s calls for today. It goes on after midnight, UTC.',
      retryAfter: Math.max(retryAfter ?? 0, secondsToMidnight()),
    };
  if (/complexity/i.test(code))
    return {
      words: 'Monday asked us to slow down (complexity). It is sent again by itself.',
      retryAfter: error?.extensions?.retry_in_seconds ?? resetIn(message) ?? retryAfter ?? A_MINUTE,
    };
  if (status === 429 || TOO_MUCH.test(code))
    return {
      words: 'Monday asked us to slow down. It is sent again by itself.',
      retryAfter: retryAfter ?? error?.extensions?.retry_in_seconds ?? A_MINUTE,
    };
  if (status === 409)
    return {
      words: 'Monday is still busy with the same item. It is asked again.',
      isOpen: true,
      ...(retryAfter !== undefined && { retryAfter }),
    };
  if (BAD_COLUMN.test(code)) return badColumn(error!);
  if (MISSING.test(code))
    return {
      words:
        'Monday knows no such board, group or item, or the token’s owner can’t see it. Choose the board again.',
      isFinal: true,
      isMissing: true,
    };
  if (/^ItemsLimitationException$/i.test(code))
    return { words: 'The board is full: Monday takes no more items on it.', isFinal: true };
  if (status >= 300 && status < 400)
    return { words: `The address of the API sends us elsewhere (${status}).`, isFinal: true };
  if (status >= 500 || /^(INTERNAL_SERVER_ERROR|API_TEMPORARILY_BLOCKED)$/i.test(code) || errors.length === 0)
    return {
      words: `Monday could not answer (${status}).`,
      isOpen: true,
      ...(retryAfter !== undefined && { retryAfter }),
    };
  return { words: `Monday refused it (${code || status}).`, ...(status === 400 && { isFinal: true }) };
}

function badColumn({ message = '', extensions = {} }: MondayError): Verdict {
  const { column_id: id, column_name: name, column_validation_error_code: why } = extensions.error_data ?? {};
  if (/inactiveItems/i.test(`${why} ${message}`))
    return { words: 'The item was deleted or archived on Monday.', isFinal: true, isMissing: true };
  const which = typeof name === 'string' ? `“${name}”` : typeof id === 'string' ? `“${id}”` : 'a column';
  return {
    words: `Monday would not take the value for ${which}.`,
    isFinal: true,
    column: typeof id === 'string' ? { id } : {},
  };
}

/** Older answers say it in words: "... reset in 12 seconds". */
function resetIn(message: string): number | undefined {
  const seconds = /reset in (\d+) second/i.exec(message)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/** And a minute more, as two clocks never agree. */
function secondsToMidnight(now = new Date()): number {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return Math.ceil((midnight - now.getTime()) / 1000) + 60;
}
