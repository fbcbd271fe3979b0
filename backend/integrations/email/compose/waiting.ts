/** Somebody waits for a person. */
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
  const name = visitorName(session);
  const holder = session.mode === 'human' ? session.takenOverByUser?.name : undefined;
  return {
    to: [context.delivery.target],
    mail: {
      subject: `Waiting for a person: ${name}`,
      preview: holder ? `${holder} took over and has not answered yet.` : 'The visitor asked for a person.',
      badge: { tone: 'waiting', word: 'Waiting' },
      heading: holder ? `${name} waits for an answer` : `${name} would like to talk to a person`,
      blocks: [
        ...(await lastWords(context, session)),
        {
          kind: 'facts',
          facts: [
            fact('Waiting since', timeIn(since, session.site!.timezone)),
            fact('Taken over by', holder),
            fact('Page', session.lead ? pagePath(session.pageUrl) : null),
            fact('Site', siteName(session)),
          ],
        },
      ],
      action: { label: 'Open the conversation', path: conversationPath(session.id) },
      reason: becauseOf(session, 'calls for a person'),
    },
  };
}
