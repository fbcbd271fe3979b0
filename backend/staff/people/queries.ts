import type { Database, Transaction } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import type { Keys } from '../../keys.ts';
import type { MailMark } from '../../models/mail-mark.ts';
import { StaffToken } from '../../models/staff-token.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { marksOf } from '../mail-marks.ts';
import type { PageQuery } from '../schema.ts';

const DEFAULT_LIMIT = 50;

/** A person with the one-time link that is out for them, if there is one. */
export interface Person {
  user: StaffUser;
  link?: StaffToken;
  /** Mail does not reach them, or they want none. */
  mark?: MailMark;
}

/** Everybody, in the order in which they came. */
export async function listPeople(
  database: Database,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  mailKey: Keys,
): Promise<{ items: Person[]; nextCursor: string | null }> {
  const query = StaffUser.query(database)
    .orderBy('id')
    .limit(limit + 1);
  if (cursor) query.where('id', '>', cursor);
  const found = await query;
  const users = found.slice(0, limit);
  return {
    items: await withLinks(database, users, mailKey),
    nextCursor: found.length > limit ? users.at(-1)!.id : null,
  };
}

/** @throws not_found */
export async function getPerson(on: Database | Transaction, id: string, mailKey: Keys): Promise<Person> {
  const user = await StaffUser.query(on).findById(id);
  if (!user) throw notFound('There is no such person.');
  const [person] = await withLinks(on, [user], mailKey);
  return person!;
}

async function withLinks(on: Database | Transaction, users: StaffUser[], mailKey: Keys): Promise<Person[]> {
  const links = await StaffToken.query(on)
    .whereIn(
      'userId',
      users.map(({ id }) => id),
    )
    .where('expiresAt', '>', new Date());
  const marks = await marksOf(
    on,
    users.map(({ email }) => email),
    mailKey,
  );
  return users.map((user) => ({
    user,
    link: links.find(({ userId }) => userId === user.id),
    mark: marks.get(user.email),
  }));
}
