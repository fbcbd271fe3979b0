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

  'POST /api/v1/auth/login': ['anyone'],
  'POST /api/v1/auth/reset/confirm': ['anyone'],
  'POST /api/v1/auth/logout': everyStaff,
  'GET /api/v1/auth/me': everyStaff,

  'GET /api/v1/sites': ['admin'],
  'POST /api/v1/sites': ['admin'],
  'GET /api/v1/sites/:id': ['admin'],
  'PATCH /api/v1/sites/:id': ['admin'],
  'POST /api/v1/sites/:id/connect': ['admin'],

  'GET /api/v1/sessions': readers,
  'GET /api/v1/sessions/:id': readers,
  'GET /api/v1/sessions/:id/messages': readers,
  'PATCH /api/v1/sessions/:id': writers,
  'DELETE /api/v1/sessions/:id': ['admin'],
  'GET /api/v1/live': readers,
};
