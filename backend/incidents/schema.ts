/**
 * Faults of workflows, agents and integrations, as they are reported and read.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';

export const IncidentStatus = OneOf('open', 'resolved', 'muted');
export type IncidentStatus = Static<typeof IncidentStatus>;
export const Severity = OneOf('warning', 'error', 'critical');
export type Severity = Static<typeof Severity>;

const Short = Type.String({ maxLength: 300 });
const Link = Type.String({ maxLength: 2048 });

/** Our own shape. */
export const FaultReport = Type.Object(
  {
    workflow: Type.Object({ id: Type.Optional(Short), name: Type.Optional(Short) }, strict),
    execution: Type.Optional(Type.Object({ id: Type.Optional(Short), url: Type.Optional(Link) }, strict)),
    node: Type.Optional(Short),
    message: Type.String({ minLength: 1, maxLength: 20_000 }),
    stack: Type.Optional(Type.String({ maxLength: 100_000 })),
    sessionId: Type.Optional(Short),
    severity: Type.Optional(Severity),
    details: Type.Optional(
      Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 50 }),
    ),
  },
  strict,
);
export type FaultReport = Static<typeof FaultReport>;

const N8nError = Type.Object({
  message: Type.Optional(Nullable(Type.String())),
  description: Type.Optional(Type.Unknown()),
  stack: Type.Optional(Nullable(Type.String())),
  name: Type.Optional(Type.Unknown()),
  httpCode: Type.Optional(Type.Unknown()),
  node: Type.Optional(
    Nullable(Type.Object({ name: Type.Optional(Type.String()), type: Type.Optional(Type.String()) })),
  ),
});

/** What n8n's Error Trigger passes on, as it comes; only chosen fields of it are kept. */
export const N8nFault = Type.Object({
  workflow: Type.Object({
    id: Type.Optional(Nullable(Type.Union([Type.String(), Type.Number()]))),
    name: Type.Optional(Nullable(Type.String())),
  }),
  execution: Type.Optional(
    Type.Object({
      id: Type.Optional(Nullable(Type.Union([Type.String(), Type.Number()]))),
      url: Type.Optional(Nullable(Type.String())),
      error: N8nError,
      lastNodeExecuted: Type.Optional(Nullable(Type.String())),
      mode: Type.Optional(Nullable(Type.String())),
    }),
  ),
  /** Instead of the execution, when the trigger itself failed. */
  trigger: Type.Optional(Type.Object({ error: N8nError, mode: Type.Optional(Nullable(Type.String())) })),
  sessionId: Type.Optional(Short),
});
export type N8nFault = Static<typeof N8nFault>;

export const IncidentView = Type.Object({
  id: Id,
  fingerprint: Type.String({ description: 'The same for the same fault: workflow, node and message' }),
  status: IncidentStatus,
  severity: Severity,
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  workflow: Type.Object({ id: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
  node: Nullable(Type.String()),
  message: Type.String(),
  occurrences: Type.Integer(),
  firstAt: Time,
  lastAt: Time,
  execution: Type.Object(
    { id: Type.Optional(Type.String()), url: Type.Optional(Type.String()) },
    { description: 'The last one' },
  ),
  sessionId: Nullable(Type.String({ description: 'The last conversation it happened in' })),
});
export type IncidentView = Static<typeof IncidentView>;
export const IncidentPage = Page(IncidentView);

export const IncidentDetail = Type.Composite([
  IncidentView,
  Type.Object({
    stack: Nullable(Type.String()),
    details: Type.Record(Type.String(), Type.Unknown()),
    recent: Type.Array(
      Type.Object({
        at: Time,
        sessionId: Nullable(Id),
        messageSeq: Nullable(Type.Integer()),
        execution: Type.Object({ id: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
      }),
      { description: 'The last 50 times, newest first' },
    ),
  }),
]);
export type IncidentDetail = Static<typeof IncidentDetail>;

export const IncidentFilters = Type.Object(
  {
    status: Type.Optional(IncidentStatus),
    site: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type IncidentFilters = Static<typeof IncidentFilters>;

export const IncidentPatch = Type.Object({ status: IncidentStatus }, strict);
