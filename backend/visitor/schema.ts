/**
 * What the widget and the backend say to each other. The widget imports the types only.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict, Time } from '../http/schema.ts';
import { DETAIL_NAME } from '../leads/values.ts';
import { ConsentSettings, LeadField } from '../sites/schema.ts';

/** The longest token that says who is signed in, in characters. */
export const IDENTITY_TOKEN_MAX = 2048;
/** The longest text a visitor may send in one message, in UTF-16 code units. */
const MESSAGE_MAX = 4000;

export const WidgetConfig = Type.Object({
  siteKey: Type.String(),
  title: Type.String(),
  greeting: Type.String(),
  launcherText: Type.String(),
  locale: Type.String(),
  theme: OneOf('auto', 'light', 'dark'),
  position: OneOf('right', 'left'),
  accent: Type.String({ description: '#rrggbb' }),
  openAfterSeconds: Type.Optional(Type.Integer()),
  consent: ConsentSettings,
  leadForm: Type.Object({ fields: Type.Array(LeadField) }),
});
export type WidgetConfig = Static<typeof WidgetConfig>;

/** How the chat would begin: the settings, and the answers that the greeting offers. */
export const SitePreview = Type.Object({
  config: WidgetConfig,
  choices: Type.Optional(Type.Array(Type.String())),
});
export type SitePreview = Static<typeof SitePreview>;

export const MessageView = Type.Object({
  id: Id,
  seq: Type.Integer({ description: 'Position in the conversation, from 1, without gaps' }),
  role: OneOf('visitor', 'assistant', 'staff', 'system'),
  text: Type.String(),
  choices: Type.Optional(Type.Array(Type.String(), { description: 'Answers to offer as buttons' })),
  author: Type.Optional(
    Type.Object({ name: Type.String() }, { description: 'The person who wrote, for role staff' }),
  ),
  form: Type.Optional(
    Type.Unsafe<'details'>({
      type: 'string',
      enum: ['details'],
      description:
        'A form to offer under this message: the agent could not answer, so details may be left instead',
    }),
  ),
  createdAt: Time,
});
export type MessageView = Static<typeof MessageView>;

export const VisitorLead = Type.Object({
  name: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  company: Type.Optional(Type.String()),
  custom: Type.Record(Type.String(), Type.String()),
  consent: Type.Optional(Type.Object({ given: Type.Boolean(), version: Type.String(), at: Time })),
});
export type VisitorLead = Static<typeof VisitorLead>;

export const VisitorSession = Type.Object({
  id: Id,
  completionStatus: OneOf('in_progress', 'completed', 'abandoned'),
  mode: OneOf('ai', 'human'),
  staffName: Type.Optional(Type.String({ description: 'Who took over, while mode is human' })),
  startedAt: Time,
  lead: Type.Optional(VisitorLead),
  rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
});
export type VisitorSession = Static<typeof VisitorSession>;

const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const Utm = Type.Object(
  { source: short(200), medium: short(200), campaign: short(200), term: short(200), content: short(200) },
  strict,
);

export const StartSession = Type.Object(
  {
    siteKey: Type.String({ minLength: 1, maxLength: 64 }),
    page: Type.Object(
      {
        url: Type.String({ maxLength: 2048 }),
        title: short(300),
        referrer: Type.Optional(Nullable(Type.String({ maxLength: 2048 }))),
      },
      strict,
    ),
    utm: Type.Optional(Utm),
    locale: Type.Optional(
      Type.String({ maxLength: 35, description: 'The visitor’s, such as de-AT, as the browser says it' }),
    ),
    language: Type.Optional(
      Type.String({
        maxLength: 35,
        description:
          'What the chat is shown in; the conversation’s own where the site leaves it to each page',
      }),
    ),
    timezone: short(64),
    visitorId: Type.Optional(Id),
  },
  strict,
);
export type StartSession = Static<typeof StartSession>;

export const SessionStarted = Type.Object({
  session: VisitorSession,
  token: Type.String({ description: 'Opens this one conversation: Authorization: Bearer <token>' }),
  messages: Type.Array(MessageView),
});
export type SessionStarted = Static<typeof SessionStarted>;

export const Transcript = Type.Object({ session: VisitorSession, messages: Type.Array(MessageView) });
export type Transcript = Static<typeof Transcript>;

export const SendMessage = Type.Object(
  {
    id: Id,
    text: Type.String({ minLength: 1, maxLength: MESSAGE_MAX, pattern: '\\S' }),
  },
  strict,
);
export type SendMessage = Static<typeof SendMessage>;

export const LeadForm = Type.Object(
  {
    name: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    email: Type.Optional(Nullable(Type.String({ maxLength: 254 }))),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 50 }))),
    company: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    custom: Type.Optional(
      Type.Record(Type.String({ pattern: DETAIL_NAME }), Nullable(Type.String({ maxLength: 2000 })), strict),
    ),
    consent: Type.Optional(
      Type.Union([
        Type.Boolean(),
        Type.Object({ given: Type.Boolean(), version: Type.String({ maxLength: 50 }) }, strict),
      ]),
    ),
  },
  strict,
);
export type LeadForm = Static<typeof LeadForm>;

export const Identify = Type.Object(
  {
    identity: Type.String({
      minLength: 1,
      maxLength: IDENTITY_TOKEN_MAX,
      description:
        'JWT, HS256 with the site’s identity secret; claims site, email, name?, iat, exp (10 minutes)',
    }),
  },
  strict,
);

export const Rating = Type.Object(
  {
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  strict,
);
export type Rating = Static<typeof Rating>;
