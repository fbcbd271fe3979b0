import { presentUser } from '../present.ts';
import type { Person } from './queries.ts';
import type { PersonView } from './schema.ts';

export function presentPerson({ user, link }: Person): PersonView {
  return {
    ...presentUser(user),
    lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
    linkExpiresAt: link?.expiresAt.toISOString() ?? null,
    resetRequestedAt: user.resetRequestedAt?.toISOString() ?? null,
  };
}
