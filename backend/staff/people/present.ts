import { presentUser } from '../present.ts';
import type { Person } from './queries.ts';
import type { PersonView } from './schema.ts';

export function presentPerson({ user, link, mark }: Person): PersonView {
  return {
    ...presentUser(user),
    mailProblem: mark?.kind ?? null,
    lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
    linkExpiresAt: link?.expiresAt.toISOString() ?? null,
    resetRequestedAt: user.resetRequestedAt?.toISOString() ?? null,
  };
}
