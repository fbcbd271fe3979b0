/**
 * Who may call what: written down here by hand, so that a slip in a policy meets a second opinion. A new route needs a
 * row. Callers: anyone, visitor (of the conversation), agent, admin, and the scopes of API keys.
 */
const everyStaff = ['agent', 'admin'];
const readers = [...everyStaff, 'sessions:read'];
const writers = [...everyStaff, 'sessions:write'];

export const ACCESS: Record<string, readonly string[]> = {
  'GET /': ['anyone'],
  'GET /demo': ['anyone'],
  'GET /embed/:siteKey': ['anyone'],
  'GET /health/live': ['anyone'],
  'GET /health/ready': ['anyone'],
  'GET /metrics': ['admin', 'stats:read'],
  'GET /api/docs': ['anyone'],
  'GET /api/openapi.json': ['anyone'],

  'GET /api/v1/visitor/sites/:siteKey': ['anyone'],
  'POST /api/v1/visitor/sessions': ['anyone'],
  'GET /api/v1/visitor/session': ['visitor'],
  'DELETE /api/v1/visitor/session': ['visitor'],
  'POST /api/v1/visitor/session/messages': ['visitor'],
  'GET /api/v1/visitor/session/events': ['visitor'],
  'PUT /api/v1/visitor/session/lead': ['visitor'],
  'POST /api/v1/visitor/session/complete': ['visitor'],
  'POST /api/v1/visitor/session/rating': ['visitor'],
  'POST /api/v1/visitor/session/typing': ['visitor'],

  'POST /api/v1/auth/login': ['anyone'],
  'POST /api/v1/auth/reset': ['anyone'],
  'POST /api/v1/auth/reset/confirm': ['anyone'],
  'POST /api/v1/auth/logout': everyStaff,
  'GET /api/v1/auth/me': everyStaff,
  'PATCH /api/v1/auth/me': everyStaff,
  'PUT /api/v1/auth/password': everyStaff,
  'GET /api/v1/auth/sessions': everyStaff,
  'DELETE /api/v1/auth/sessions': everyStaff,
  'DELETE /api/v1/auth/sessions/:id': everyStaff,

  'GET /api/v1/users': ['admin'],
  'POST /api/v1/users': ['admin'],
  'PATCH /api/v1/users/:id': ['admin'],
  'DELETE /api/v1/users/:id/sessions': ['admin'],
  'POST /api/v1/users/:id/invite': ['admin'],
  'POST /api/v1/users/:id/reset-link': ['admin'],
  'GET /api/v1/api-keys': ['admin'],
  'POST /api/v1/api-keys': ['admin'],
  'DELETE /api/v1/api-keys/:id': ['admin'],
  'GET /api/v1/audit': ['admin'],

  'GET /api/v1/sites': ['admin'],
  'POST /api/v1/sites': ['admin'],
  'GET /api/v1/sites/:id': ['admin'],
  'PATCH /api/v1/sites/:id': ['admin'],
  'POST /api/v1/sites/:id/connect': ['admin'],

  'GET /api/v1/sessions': readers,
  'GET /api/v1/sessions/:id': readers,
  'GET /api/v1/sessions/:id/messages': readers,
  'POST /api/v1/sessions/:id/messages': writers,
  'POST /api/v1/sessions/:id/takeover': everyStaff,
  'POST /api/v1/sessions/:id/release': everyStaff,
  'POST /api/v1/sessions/:id/typing': everyStaff,
  'PATCH /api/v1/sessions/:id': writers,
  'DELETE /api/v1/sessions/:id': ['admin'],
  'GET /api/v1/leads': readers,
  'GET /api/v1/leads/choices': everyStaff,
  'GET /api/v1/leads/:id': readers,
  'PATCH /api/v1/leads/:id': [...everyStaff, 'leads:write'],
  'GET /api/v1/exports/sessions.csv': readers,
  'GET /api/v1/exports/sessions.json': readers,
  'GET /api/v1/exports/sessions.ndjson': readers,
  'GET /api/v1/exports/count': readers,
  'GET /api/v1/live': readers,
};
