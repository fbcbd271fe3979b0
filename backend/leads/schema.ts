/**
 * Leads as staff and automations see them.
 */
import { type Static, Type } from '@sinclair/typebox';
import { DeliveryKind } from '../deliveries/schema.ts';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';
import { LeadField } from '../sites/schema.ts';
import { Utm } from '../visitor/schema.ts';
import { DETAIL_NAME } from './values.ts';

export const Qualification = OneOf('new', 'qualified', 'disqualified');
export type Qualification = Static<typeof Qualification>;

export const ScoreRule = OneOf(
  'email',
  'work_email',
  'phone',
  'name',
  'company',
  'complete',
  'budget',
  'soon',
  'rating',
);
export type ScoreRule = Static<typeof ScoreRule>;
/** A reason as it is stored; its words come from leads/score. */
export interface StoredReason {
  rule: ScoreRule;
  points: number;
}
export const ScoreReason = Type.Object({
  rule: ScoreRule,
  points: Type.Integer(),
  text: Type.String({ description: 'Plain words: Gave an e-mail address' }),
});
export type ScoreReason = Static<typeof ScoreReason>;

const Person = Type.Object({ id: Id, name: Type.String() });

/** The same in lists, in details and live. */
export const LeadView = Type.Object({
  id: Id,
  sessionId: Id,
  site: Type.Object({ id: Id, name: Type.String() }),
  channel: OneOf('web', 'messenger', 'external'),
  page: Type.Object({ url: Nullable(Type.String()), title: Nullable(Type.String()) }),
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String({ description: 'E.164 where it could be read as a number' })),
  company: Nullable(Type.String()),
  custom: Type.Record(Type.String(), Type.String()),
  consent: Nullable(Type.Object({ given: Type.Boolean(), version: Type.String(), at: Time })),
  identity: Nullable(
    Type.Object(
      { verifiedAt: Time, fields: Type.Array(OneOf('name', 'email')) },
      {
        description:
          'When the website vouched for somebody who is signed in there, and which details still are as it said',
      },
    ),
  ),
  qualification: Qualification,
  score: Type.Integer({ minimum: 0, maximum: 100 }),
  scoreReasons: Type.Array(ScoreReason, { description: 'What the score is made of' }),
  owner: Nullable(Person),
  createdAt: Time,
  updatedAt: Time,
});
export type LeadView = Static<typeof LeadView>;
export const LeadPage = Page(LeadView);

export const LeadChange = Type.Object({
  kind: OneOf('detail', 'qualification', 'owner'),
  field: Type.String({ description: 'The name of the detail; for the other kinds the kind itself' }),
  from: Nullable(Type.String()),
  to: Nullable(Type.String({ description: 'For an owner: the name' })),
  source: OneOf('agent', 'visitor', 'staff', 'automation', 'website'),
  by: Nullable(Type.String({ description: 'The name of the person or the API key' })),
  at: Time,
});
export type LeadChange = Static<typeof LeadChange>;

/** Another lead that has the same e-mail or phone. They are shown together and never merged. */
export const LeadDuplicate = Type.Composite([
  LeadView,
  Type.Object({ same: Type.Array(OneOf('email', 'phone')) }),
]);
export type LeadDuplicate = Static<typeof LeadDuplicate>;

export const LeadDetail = Type.Composite([
  LeadView,
  Type.Object({
    /** The site's questions, which are what can be filled in. */
    fields: Type.Array(LeadField),
    session: Type.Object({
      id: Id,
      referrer: Nullable(Type.String()),
      utm: Utm,
      device: Nullable(Type.String()),
      completionStatus: OneOf('in_progress', 'completed', 'abandoned'),
      archiveStatus: OneOf('active', 'archived'),
      startedAt: Time,
      rating: Nullable(Type.Integer()),
    }),
    links: Type.Array(Type.Object({ kind: DeliveryKind, url: Type.String() }), {
      description: 'What others made of it, such as an item on a board',
    }),
    history: Type.Array(LeadChange, { description: 'Newest first; at most 200' }),
    duplicates: Type.Array(LeadDuplicate, { description: 'Newest first; at most 50' }),
  }),
]);
export type LeadDetail = Static<typeof LeadDetail>;

const DayOrInstant = Type.String({
  maxLength: 40,
  description: 'An instant, or a plain date: a day in `timezone`',
});

export const LeadFilters = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    site: Type.Optional(Id),
    qualification: Type.Optional(Qualification),
    owner: Type.Optional(
      Type.Union([Id, Type.Literal('none')], { description: 'A person’s id, or none: nobody’s' }),
    ),
    contact: Type.Optional(OneOf('any', 'none')),
    q: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Part of name, e-mail, phone or company' }),
    ),
    from: Type.Optional(DayOrInstant),
    to: Type.Optional(DayOrInstant),
    timezone: Type.Optional(Type.String({ maxLength: 64 })),
    sort: Type.Optional(OneOf('-updated', 'updated', '-score', 'score')),
  },
  strict,
);
export type LeadFilters = Static<typeof LeadFilters>;

const Detail = Type.Optional(Nullable(Type.String({ maxLength: 2000 })));

/** null forgets a detail. What is left out stays as it is. */
export const LeadPatch = Type.Object(
  {
    name: Detail,
    email: Detail,
    phone: Detail,
    company: Detail,
    custom: Type.Optional(
      Type.Record(Type.String({ pattern: DETAIL_NAME }), Nullable(Type.String({ maxLength: 2000 })), {
        additionalProperties: false,
        maxProperties: 50,
      }),
    ),
    qualification: Type.Optional(Qualification),
    ownerId: Type.Optional(Nullable(Id)),
  },
  { ...strict, minProperties: 1 },
);
export type LeadPatch = Static<typeof LeadPatch>;

/** What the list can be narrowed by, and who may own a lead. */
export const LeadChoices = Type.Object({
  sites: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  people: Type.Array(Person),
});
export type LeadChoices = Static<typeof LeadChoices>;
