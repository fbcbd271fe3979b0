import type { KnowledgeHit } from '../agents/agent.ts';
import type { KnowledgePage } from '../models/knowledge-page.ts';
import type { KnowledgeFound, KnowledgePageRow, KnowledgePageView, KnowledgeUse } from './schema.ts';

export function presentPageRow(page: KnowledgePage): KnowledgePageRow {
  return { ...plain(page), excerpt: page.excerpt ?? '' };
}

export function presentPage(page: KnowledgePage): KnowledgePageView {
  return { ...plain(page), body: page.body };
}

function plain({ id, siteId, title, bytes, passages, createdAt, updatedAt }: KnowledgePage) {
  return {
    id,
    siteId,
    title,
    bytes: bytes ?? 0,
    passages: passages ?? 0,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** What a message was drawn from; earlier messages kept one question alone. */
export function presentUses(stored: KnowledgeUse[] | { question: string }): KnowledgeUse[] {
  if (!Array.isArray(stored)) return [{ kind: 'answer', id: null, title: stored.question }];
  return stored.map(({ kind, id, title }) => ({ kind, id, title }));
}

export function presentFound(hits: readonly KnowledgeHit[], guided: KnowledgeHit | null): KnowledgeFound {
  return {
    items: hits.map(({ kind, id, question, answer, words }) => ({
      kind,
      id,
      title: question,
      text: answer,
      words,
    })),
    guided: guided && { kind: guided.kind, id: guided.id, text: guided.answer },
  };
}
