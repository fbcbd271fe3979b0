/** Somebody waits for a person. */
import { textsFor } from '../languages/index.ts';
import {
  becauseOf,
  type ComposeContext,
  type Composed,
  conversationPath,
  fact,
  lastWords,
  pagePath,
  sessionOf,
  siteName,
  timeIn,
  visitorName,
} from './context.ts';

export async function waiting(context: ComposeContext): Promise<Composed> {
  const session = await sessionOf(context);
  const since = session.mode === 'human' ? session.awaitingSince : session.wantsPersonSince;
  if (!since) return { nobody: 'Nobody waits there any more.' };
  await session.$fetchGraph('takenOverByUser', { transaction: context.database });
  const texts = await textsFor(context.database, [context.delivery.target], session.site!.locale);
  const { facts } = texts;
  const name = visitorName(session, texts);
  const holder = session.mode === 'human' ? session.takenOverByUser?.name : undefined;
  return {
    to: [context.delivery.target],
    mail: {
      language: texts.locale,
      subject: texts.waiting.subject(name),
      preview: holder ? texts.waiting.previewFor(holder) : texts.waiting.preview,
      badge: { tone: 'waiting', word: texts.waiting.badge },
      heading: holder ? texts.waiting.headingFor(name) : texts.waiting.heading(name),
      blocks: [
        ...(await lastWords(context, session, texts)),
        {
          kind: 'facts',
          facts: [
            fact(facts.waitingSince, timeIn(since, session.site!.timezone, texts)),
            fact(facts.takenOverBy, holder),
            fact(facts.page, session.lead ? pagePath(session.pageUrl) : null),
            fact(facts.site, siteName(session)),
          ],
        },
      ],
      action: { label: texts.links.conversation, path: conversationPath(session.id) },
      reason: becauseOf(session, texts, 'waiting'),
    },
  };
}
