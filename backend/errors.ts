/**
 * The meanings of errors: one factory each. Actions throw them, `http/error-handler` turns them into answers.
 * The message is for the person who meets it; causes are logged, never sent.
 */
export interface FieldError {
  path: string;
  message: string;
}

export class AppError extends Error {
  /** A fixed word for programs. */
  readonly id: string;
  readonly status: number;
  readonly fields?: FieldError[];
  /** Seconds until another try makes sense; sent as Retry-After. */
  readonly retryAfter?: number;

  constructor(
    status: number,
    id: string,
    message: string,
    more: { fields?: FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AppError';
    this.status = status;
    this.id = id;
    this.fields = more.fields;
    this.retryAfter = more.retryAfter;
  }
}

export const badRequest = (message = 'The request could not be read.') =>
  new AppError(400, 'bad_request', message);

export const notSignedIn = (message = 'Please sign in first.') => new AppError(401, 'not_signed_in', message);

export const wrongCredentials = () =>
  new AppError(401, 'wrong_credentials', 'The e-mail or the password is not right.');

export const invalidToken = (message = 'This chat link is no longer valid.') =>
  new AppError(401, 'invalid_token', message);

export const forbidden = (message = 'You may not do this.') => new AppError(403, 'forbidden', message);

export const originNotAllowed = () =>
  new AppError(403, 'origin_not_allowed', 'This chat is not set up for this web address.');

export const crossSite = () =>
  new AppError(403, 'cross_site', 'This change did not come from the dashboard itself.');

export const notFound = (message = 'There is nothing here.') => new AppError(404, 'not_found', message);

export const conflict = (id: string, message: string) => new AppError(409, id, message);

export const tooLarge = () => new AppError(413, 'too_large', 'That is too long to be sent.');

export const notJson = () =>
  new AppError(415, 'not_json', 'Send JSON with the content type application/json.');

export const invalid = (fields: FieldError[]) =>
  new AppError(422, 'validation_failed', 'Some details are not right. Please check them.', { fields });

export const tooMany = (retryAfter: number) =>
  new AppError(429, 'too_many_requests', 'That was a bit fast. Please wait a moment and try again.', {
    retryAfter,
  });

export const tooManyExports = () =>
  new AppError(429, 'too_many_exports', 'Other exports are still running. Please try again in a moment.', {
    retryAfter: 15,
  });

export const unavailable = (cause?: unknown) =>
  new AppError(503, 'unavailable', 'Parlour is not available right now. Please try again in a moment.', {
    retryAfter: 2,
    cause,
  });
