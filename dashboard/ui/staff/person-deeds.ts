/** What an admin can do with a person's account, with the question before what matters. */
import type { PersonPatch, PersonView } from '../../../backend/staff/people/schema.ts';
import { changePerson, inviteAgain, makeResetLink, signOutEverywhere } from '../../api/people.ts';
import { showToast } from '../../controllers/toasts.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { askFirst } from '../confirm-dialog.ts';
import { showSecret } from '../secret-dialog.ts';

const says = settingsTexts.people;

export type PersonDeed = 'role' | 'reset-link' | 'invite' | 'sign-out' | 'disable' | 'enable';

/** What can be done, by the state of the account, with its words. */
export function offersFor({ status, role }: PersonView): (readonly [PersonDeed, string])[] {
  const other = ['role', role === 'admin' ? says.makeAgent : says.makeAdmin] as const;
  if (status === 'disabled') return [['enable', says.enable]];
  if (status === 'invited') return [['invite', says.newInvite], other, ['disable', says.takeBack]];
  return [other, ['reset-link', says.resetLink], ['sign-out', says.signOut], ['disable', says.disable]];
}

/** Does it, after asking where it matters. Answers the person as they are then; undefined when nothing changed. */
export async function doWith(person: PersonView, deed: PersonDeed): Promise<PersonView | undefined> {
  switch (deed) {
    case 'role':
      return changeRole(person);
    case 'disable':
      return disable(person);
    case 'enable':
      return change(person, { disabled: false }, says.changed.enabled(person.name));
    case 'sign-out':
      return signOut(person);
    case 'invite': {
      const invited = await inviteAgain(person.id);
      await showInvitation(person.name, invited.inviteUrl);
      return invited;
    }
    case 'reset-link': {
      const { resetUrl } = await makeResetLink(person.id);
      await showSecret({
        heading: says.resetLinkTitle(person.name),
        text: says.resetLinkText,
        value: resetUrl,
      });
      return undefined;
    }
  }
}

/** Shows an invitation link to pass on. */
export function showInvitation(name: string, url: string): Promise<void> {
  return showSecret({ heading: says.inviteLink(name), text: says.inviteLinkText, value: url });
}

async function changeRole(person: PersonView): Promise<PersonView | undefined> {
  const { name } = person;
  const role = person.role === 'admin' ? 'agent' : 'admin';
  const question =
    role === 'admin'
      ? { heading: says.askAdmin(name), text: says.askAdminText, action: says.makeAdmin }
      : { heading: says.askAgent(name), text: says.askAgentText, action: says.makeAgent };
  return (await askFirst(question)) ? change(person, { role }, says.changed.role(name, role)) : undefined;
}

async function disable(person: PersonView): Promise<PersonView | undefined> {
  const { name, status } = person;
  const question =
    status === 'invited'
      ? { heading: says.askTakeBack(name), text: says.askTakeBackText, action: says.takeBack }
      : { heading: says.askDisable(name), text: says.askDisableText, action: says.disable };
  if (!(await askFirst({ ...question, danger: true }))) return undefined;
  return change(person, { disabled: true }, says.changed.disabled(name));
}

async function signOut({ id, name }: PersonView): Promise<undefined> {
  const question = { heading: says.askSignOut(name), text: says.askSignOutText, action: says.signOut };
  if (!(await askFirst(question))) return;
  await signOutEverywhere(id);
  showToast(says.changed.signedOut(name));
}

async function change({ id }: PersonView, patch: PersonPatch, done: string): Promise<PersonView> {
  const changed = await changePerson(id, patch);
  showToast(done);
  return changed;
}
