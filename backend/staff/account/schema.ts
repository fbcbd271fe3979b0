/**
 * One's own account: name, password, and where one is signed in.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, Page, strict, Time } from '../../http/schema.ts';
import { Password, PersonName } from '../schema.ts';

export const OwnAccountPatch = Type.Object({ name: PersonName }, strict);

export const PasswordChange = Type.Object(
  { currentPassword: Type.String({ minLength: 1, maxLength: 256 }), password: Password },
  strict,
);

/** Which mails one wants to get. */
export const MailChoices = Type.Object({
  dailySummary: Type.Boolean({ description: 'Each morning: what happened the day before' }),
  fixedIssues: Type.Boolean({ description: 'When an issue that you found is fixed' }),
});
export type MailChoices = Static<typeof MailChoices>;
export const MailChoicesPatch = Type.Partial(MailChoices, { ...strict, minProperties: 1 });
export type MailChoicesPatch = Static<typeof MailChoicesPatch>;
export const MailChoicesView = Type.Composite([
  MailChoices,
  Type.Object({
    problem: Nullable(
      Type.String({
        description: 'Why nothing is sent to this person: bounced, complained, suppressed, failed',
      }),
    ),
  }),
]);
export type MailChoicesView = Static<typeof MailChoicesView>;

/** A sign-in on a device. */
export const DeviceView = Type.Object({
  id: Id,
  device: Nullable(Type.String({ description: 'Browser and system in a few words' })),
  network: Nullable(Type.String({ description: 'The network it came from: /24 of IPv4, /48 of IPv6' })),
  createdAt: Time,
  lastSeenAt: Time,
  current: Type.Boolean({ description: 'True for the sign-in that asks' }),
});
export type DeviceView = Static<typeof DeviceView>;
export const DevicePage = Page(DeviceView);
export type DevicePage = Static<typeof DevicePage>;
