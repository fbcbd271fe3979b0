/**
 * Tells of new conversations and of visitors who wait for this person, where they chose to be told. A conversation is
 * told once as new and once for each time its visitor has to wait; never while it is open in front of the reader.
 */
import type { SessionRow, StaffMessage } from '../../../backend/sessions/schema.ts';
import { type LiveChange, live } from '../../api/live.ts';
import { takeoverTexts } from '../../languages/en/takeover.ts';
import { conversationName, pagePath } from '../../ui/naming.ts';
import { navigate, paths, place } from '../router.ts';
import { notifyOn, notifyPreviews, permission } from './notify-choices.ts';

const texts = takeoverTexts.notify;

/** The first thing a visitor says stands here: after the greeting, or at the start where there is none. */
const FIRST_SEQ = 2;
/** How many are remembered as told. */
const TOLD_MAX = 500;

const told = new Set<string>();
let me = '';

/** Begins to tell this person; calling it again changes who. */
export function startNotifications(userId: string): void {
  if (me === '') live.subscribe(hear);
  me = userId;
}

function hear({ name, data: { session, message } }: LiveChange): void {
  const isWish = name === 'session.updated' && session?.mode === 'ai' && session.waitingSince !== null;
  if (!session || !(isWish || (name === 'message.created' && message?.role === 'visitor'))) return;
  if (!notifyOn.value || permission() !== 'granted' || isInFront(session.id)) return;
  const reason = isWish ? wishOf(session) : reasonFor(session, message!);
  if (!reason || told.has(reason.key)) return;
  if (told.size >= TOLD_MAX) told.clear();
  told.add(reason.key);
  show(session, isWish ? undefined : message, reason.title);
}

/** The assistant says that a person is wanted: told once, to everybody. */
const wishOf = ({ id, waitingSince }: SessionRow) => ({
  key: `wanted ${id} ${waitingSince}`,
  title: texts.wantedTitle,
});

function reasonFor(session: SessionRow, { seq }: StaffMessage): { key: string; title: string } | null {
  const { id, mode, takenOverBy, waitingSince } = session;
  if (mode === 'human')
    return takenOverBy?.id === me
      ? { key: `waiting ${id} ${waitingSince}`, title: texts.waitingTitle }
      : null;
  return seq <= FIRST_SEQ ? { key: `new ${id}`, title: texts.newTitle } : null;
}

function isInFront(sessionId: string): boolean {
  const { route } = place.value;
  return (
    document.visibilityState === 'visible' && route.page === 'conversations' && route.sessionId === sessionId
  );
}

function show(session: SessionRow, message: StaffMessage | undefined, title: string): void {
  const path = pagePath(session.page.url);
  const where = path === null ? texts.onSite(session.site.name) : texts.from(path, session.site.name);
  try {
    const notification = notifyPreviews.value
      ? new Notification(`${title}: ${conversationName(session)}`, {
          body: message?.text ?? where,
          tag: session.id,
        })
      : new Notification(title, { body: where, tag: session.id });
    notification.onclick = () => {
      notification.close();
      window.focus();
      navigate(paths.conversation(session.id));
    };
  } catch {
    // Some phones let only a service worker show notifications; the badge in the title tells the same.
  }
}
