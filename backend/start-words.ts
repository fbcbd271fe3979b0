/**
 * What keeps Parlour from starting, or a command from its work, in words for whoever runs it: what is wrong, and a way
 * out. It is known by the code that the system, the network or PostgreSQL gives it.
 */

/** What Node and pg put beside the message. */
type Cause = NodeJS.ErrnoException & { address?: string; port?: number; hostname?: string };

/** One line or a few. What has words of its own keeps them. */
export function startWords(error: unknown): string {
  const cause = causeOf(error);
  const words = WORDS[cause.code ?? ''] ?? MESSAGES.find(([begins]) => cause.message.startsWith(begins))?.[1];
  return words ? words(cause) : cause.message;
}

/** Where a name has several addresses, each was tried; the first one's failure says enough. */
const causeOf = (error: unknown): Cause =>
  error instanceof AggregateError && !error.message ? error.errors[0] : (error as Cause);

const noDatabase = ({ address, port }: Cause) => {
  const place = address ? ` at ${[address, port].filter(Boolean).join(':')}` : '';
  return `No database answers${place}. Does PostgreSQL run there? DATABASE_URL says where it is looked for.`;
};
const noMachine = ({ hostname }: Cause) =>
  `There is no machine named ${hostname}. DATABASE_URL says where the database is looked for.`;
const notLetIn = ({ message }: Cause) =>
  `The database does not let Parlour in: ${message}. DATABASE_URL has the name and the password.`;
const notAllowed = ({ syscall, port, path }: Cause) =>
  syscall === 'listen'
    ? `This account may not listen on port ${port}. Set PORT to one above 1023.`
    : `This account may not use ${path}. Give it the right, or take another place (DATA_DIR, for Parlour itself).`;
const notThere = (cause: Cause) =>
  cause.syscall === 'connect'
    ? noDatabase(cause)
    : `There is no folder ${cause.path}. Make it first, or take another.`;

const WORDS: Record<string, (cause: Cause) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use already. Set PORT to another one.`,
  EADDRNOTAVAIL: ({ address }) =>
    `This machine has no address ${address}. Set HOST to one it has, such as 127.0.0.1, or to 0.0.0.0 for all.`,
  ECONNREFUSED: noDatabase,
  ETIMEDOUT: noDatabase,
  EHOSTUNREACH: noDatabase,
  ENETUNREACH: noDatabase,
  ENOTFOUND: noMachine,
  EAI_AGAIN: noMachine,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOENT: notThere,
  ENOTDIR: notThere,
  EISDIR: () => 'The name is that of a folder. Give that of a file.',
  ENOSPC: () => 'The disk is full.',
  '28000': notLetIn,
  '28P01': notLetIn,
  '3D000': ({ message }) => `On that server ${message}. Make it with createdb, or change DATABASE_URL.`,
  '42P01': () => 'There is no Parlour in this database. DATABASE_URL says where it is looked for.',
  '42501': ({ message }) =>
    `The account in DATABASE_URL is not allowed to: ${message}. Let the database belong to it.`,
};

/** Of pg, which gives these no code. */
const MESSAGES: ReadonlyArray<[begins: string, (cause: Cause) => string]> = [
  ['timeout expired', noDatabase],
  ['SASL', () => 'The database wants a password, and DATABASE_URL has none.'],
];
