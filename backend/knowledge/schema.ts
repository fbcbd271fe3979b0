/**
 * What a site knows: pairs of question and answer (they stand in its settings) and pages of text.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';

/** Which entry a reply was drawn from. */
export const KnowledgeUse = Type.Object({
  kind: OneOf('answer', 'page'),
  id: Nullable(Id),
  title: Type.String({ description: 'The pair’s question, or the page’s title and the heading' }),
});
export type KnowledgeUse = Static<typeof KnowledgeUse>;

/** Bytes of UTF-8; the characters below are checked first. */
export const PAGE_BYTES = 200 * 1024;
const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Body = Type.String({ minLength: 1, maxLength: PAGE_BYTES, pattern: '\\S' });

const plain = {
  id: Id,
  siteId: Id,
  title: Type.String(),
  bytes: Type.Integer({ description: 'Size of the text' }),
  passages: Type.Integer({ description: 'Pieces that a search can find' }),
  createdAt: Time,
  updatedAt: Time,
};
export const KnowledgePageRow = Type.Object({
  ...plain,
  excerpt: Type.String({ description: 'The first 200 characters' }),
});
export type KnowledgePageRow = Static<typeof KnowledgePageRow>;
export const KnowledgePages = Page(KnowledgePageRow);
export const KnowledgePageView = Type.Object({ ...plain, body: Type.String() });
export type KnowledgePageView = Static<typeof KnowledgePageView>;

export const KnowledgePageCreate = Type.Object(
  {
    id: Type.Optional(
      Type.String({ format: 'uuid', description: 'Taken back after a delete under the id it had' }),
    ),
    title: Title,
    body: Body,
  },
  strict,
);
export type KnowledgePageCreate = Static<typeof KnowledgePageCreate>;

export const KnowledgePagePatch = Type.Object(
  { title: Type.Optional(Title), body: Type.Optional(Body) },
  { ...strict, minProperties: 1 },
);
export type KnowledgePagePatch = Static<typeof KnowledgePagePatch>;

export const KnowledgePageFilters = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200, description: 'A part of the title or the text' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Id),
  },
  strict,
);
export type KnowledgePageFilters = Static<typeof KnowledgePageFilters>;

export const KnowledgeQuestion = Type.Object(
  {
    site: Type.Optional(Type.String({ format: 'uuid', description: 'Not needed with a key of one site' })),
    q: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
  },
  strict,
);

export const KnowledgeFound = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: OneOf('answer', 'page'),
      id: Id,
      title: Type.String(),
      text: Type.String(),
      words: Type.Array(Type.String(), { description: 'The words of the question it was found by' }),
    }),
    { description: 'Best first' },
  ),
  guided: Nullable(
    Type.Object(
      { kind: OneOf('answer', 'page'), id: Id, text: Type.String() },
      {
        description:
          'What the guided assistant would answer with; null when it would say that it does not know',
      },
    ),
  ),
});
export type KnowledgeFound = Static<typeof KnowledgeFound>;
