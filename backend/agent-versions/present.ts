import type { JudgedVersion } from './queries.ts';
import type { AgentVersionView } from './schema.ts';

export function presentAgentVersion(version: JudgedVersion): AgentVersionView {
  const { conversations, reviewed, issues, fixed } = version;
  return {
    id: version.id,
    number: version.number,
    kind: version.kind,
    model: version.model,
    workflow: version.workflow,
    hash: version.hash,
    author: { id: version.authorId, name: version.authorName },
    createdAt: version.createdAt.toISOString(),
    until: version.until?.toISOString() ?? null,
    diff: version.diff,
    changes: version.changes,
    figures: { conversations, reviewed, issues, fixed, issueRate: reviewed > 0 ? issues / reviewed : null },
  };
}
