/**
 * The people of a team, as admins see and change them.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, Page, strict, Time } from '../../http/schema.ts';
import { PersonName, Role, UserView } from '../schema.ts';

export const PersonView = Type.Composite([
  UserView,
  Type.Object({
    lastLoginAt: Nullable(Time),
    mailProblem: Nullable(OneOf('bounced', 'complained', 'suppressed', 'failed')),
    linkExpiresAt: Nullable(
      Type.String({
        format: 'date-time',
        description: 'Until when the invitation or reset link that is out works',
      }),
    ),
    resetRequestedAt: Nullable(
      Type.String({
        format: 'date-time',
        description: 'When the person said that they forgot their password',
      }),
    ),
  }),
]);
export type PersonView = Static<typeof PersonView>;
export const PersonPage = Page(PersonView);
export type PersonPage = Static<typeof PersonPage>;

export const Invitation = Type.Object(
  { email: Type.String({ minLength: 1, maxLength: 254 }), name: PersonName, role: Role },
  strict,
);
export type Invitation = Static<typeof Invitation>;

/** The URL carries a one-time token and is shown once. */
export const Invited = Type.Composite([PersonView, Type.Object({ inviteUrl: Type.String() })]);
export type Invited = Static<typeof Invited>;

export const ResetLink = Type.Object({ resetUrl: Type.String(), expiresAt: Time });
export type ResetLink = Static<typeof ResetLink>;

export const PersonPatch = Type.Object(
  {
    name: Type.Optional(PersonName),
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean()),
  },
  { ...strict, minProperties: 1 },
);
export type PersonPatch = Static<typeof PersonPatch>;
