/**
 * Who sits in front of the screen, and the live connection that belongs to being signed in.
 */
import type { UserView } from '../../backend/staff/schema.ts';
import { signOut as endSession, whoAmI } from '../api/auth.ts';
import { ApiError, messageOf, sessionEnded } from '../api/client.ts';
import { live } from '../api/live.ts';
import { Store } from './store.ts';

export type Viewer =
  | { status: 'unknown' }
  /** `meanwhile`: there was a session, and it ended without our doing. */
  | { status: 'signed-out'; meanwhile: boolean }
  | { status: 'signed-in'; user: UserView }
  | { status: 'unreachable'; problem: string };

export const viewer = new Store<Viewer>({ status: 'unknown' });

/** The person whose words and lists are in this page. */
let shownTo = '';

/** Finds out who is signed in. The live stream starts beside the question, so that nothing falls between the two. */
export async function startViewer(): Promise<void> {
  sessionEnded.addEventListener('ended', showSignedOut);
  live.onCut = () => {
    // A 401 here tells `sessionEnded`; anything else is the connection's own trouble.
    if (isSignedIn())
      whoAmI().then(
        (user) => isSignedIn() && showSignedIn(user),
        () => {},
      );
  };
  await askWho();
}

export async function askWho(): Promise<void> {
  viewer.set({ status: 'unknown' });
  live.open();
  try {
    showSignedIn(await whoAmI());
  } catch (error) {
    // A 401 has been dealt with by `sessionEnded`.
    if (error instanceof ApiError && error.status === 401) return;
    viewer.set({ status: 'unreachable', problem: messageOf(error) });
  }
}

/** Whoever was signed in before, also in another tab: what this page holds of theirs is not for somebody else. */
export function showSignedIn(user: UserView): void {
  if (shownTo && shownTo !== user.id) {
    viewer.set({ status: 'unknown' });
    location.reload();
    return;
  }
  shownTo = user.id;
  live.open();
  // What the page knows is as old as the sign-in that ended.
  if (viewer.value.status === 'signed-out') live.publishLocally('resync', {});
  viewer.set({ status: 'signed-in', user });
}

const isSignedIn = () => viewer.value.status === 'signed-in';

/** Throws when the server did not hear of it: then one is still signed in, and should know. */
export async function signOut(): Promise<void> {
  await endSession();
  live.close();
  viewer.set({ status: 'signed-out', meanwhile: false });
}

function showSignedOut(): void {
  live.close();
  viewer.set({ status: 'signed-out', meanwhile: isSignedIn() });
}
