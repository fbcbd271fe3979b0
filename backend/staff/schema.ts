/**
 * Staff accounts and signing in.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, OneOf, strict, Time } from '../http/schema.ts';

export const Role = OneOf('admin', 'agent');
export type Role = Static<typeof Role>;

/** ASVS 5.0 6.2.1, 6.2.8, 6.2.9: at least 12 characters, long ones taken whole. */
export const Password = Type.String({ minLength: 12, maxLength: 256 });

/** No control characters, and none that turn the direction of what stands around them: visitors see this name. */
export const PersonName = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^(?=.*\\S)[^\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*$',
});

export const Login = Type.Object(
  {
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  strict,
);

export const UserView = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: Role,
  status: OneOf('invited', 'active', 'disabled'),
  createdAt: Time,
});
export type UserView = Static<typeof UserView>;

/** A one-time token from a set-up, invitation or reset link, and the password to set. `name` and `email` only at set-up. */
export const ConfirmToken = Type.Object(
  {
    token: Type.String({ minLength: 10, maxLength: 200 }),
    password: Password,
    email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
    name: Type.Optional(PersonName),
  },
  strict,
);

/** "Forgot password?" Any text is answered alike. */
export const ResetRequest = Type.Object({ email: Type.String({ minLength: 1, maxLength: 254 }) }, strict);

/** A page of a keyset list by id; the cursor is opaque. */
export const PageQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Id),
  },
  strict,
);
export type PageQuery = Static<typeof PageQuery>;
