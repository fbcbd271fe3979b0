/** What is said around conversations by the parts that load when they are wanted: filters, bulk actions, notes, labels. */
import { number } from '../locale.ts';

const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${number(n)} ${many}`);
const conversations = (n: number) => plural(n, 'conversation', 'conversations');

export const conversationTexts = {
  filters: {
    who: 'Who answers',
    anyone: 'Anyone',
    lead: 'Lead',
    any: 'Any',
    quality: 'Review',
    channel: 'Channel',
    site: 'Site',
    version: 'Version',
    versionHint: 'of the assistant',
    label: 'Label',
    noLabels: 'No labels yet. Make one beside an open conversation.',
    when: 'When',
    anyTime: 'Any time',
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: 'Last 30 days',
    from: 'From',
    to: 'To',
    sort: 'Order',
    sorts: {
      '-lastMessageAt': 'Newest word',
      lastMessageAt: 'Oldest word',
      '-startedAt': 'Newest start',
      startedAt: 'Oldest start',
    },
    reset: 'Reset all',
  },

  bulk: {
    toolbar: 'With what is selected',
    selected: (n: number) => `${number(n)} selected`,
    allSelected: (n: number, more: boolean) =>
      more ? `The first ${number(n)} that match` : `All ${number(n)} that match`,
    selectAll: 'Select all that match',
    selectLoaded: 'Select all shown',
    clear: 'Select none',
    archive: 'Archive',
    unarchive: 'Move to active',
    complete: 'Complete',
    reopen: 'Reopen',
    delete: 'Delete',
    busy: 'Working…',
    done: {
      archive: (n: number) => `${conversations(n)} archived.`,
      unarchive: (n: number) => `${conversations(n)} moved to active.`,
      complete: (n: number) => `${conversations(n)} completed.`,
      reopen: (n: number) => `${conversations(n)} reopened.`,
      delete: (n: number) => `${conversations(n)} deleted.`,
    },
    more: 'There are more. Do it again for the next ones.',
    nothing: 'Nothing had to be changed.',
    failed: 'That did not work. What was done so far is shown in the list.',
    deleteTitle: (n: number) => `Delete ${conversations(n)}?`,
    deleteText:
      'Their messages, leads, notes and reviews are removed for good, for everybody. This can’t be undone. To only put them away, archive them.',
    deleteOneTitle: (name: string) => `Delete the conversation with ${name}?`,
    deleteOneText:
      'Its messages, its lead, its notes and its reviews are removed for good, for everybody. This can’t be undone. To only put it away, archive it.',
    deleteButton: (n: number) => `Delete ${conversations(n)}`,
    keep: (n: number): string => (n === 1 ? 'Keep it' : 'Keep them'),
  },

  lead: {
    save: 'Save',
    saved: 'Lead saved.',
    history: 'What changed',
    changed: (field: string, from: string | null, to: string | null) => {
      if (from === null) return `${field}: ${to ?? '–'}`;
      return to === null ? `${field}: “${from}” removed` : `${field}: “${from}” became “${to}”`;
    },
    sources: {
      agent: 'The assistant heard it',
      visitor: 'The visitor',
      staff: 'The team',
      automation: 'An automation',
      website: 'The website, where they are signed in',
    },
  },

  notes: {
    title: 'Notes',
    only: 'Only your team sees these.',
    label: 'New note',
    placeholder: 'Write a note for your team',
    add: 'Add note',
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Edit this note',
    remove: 'Remove this note',
    removed: 'Note removed.',
    edited: 'edited',
    failed: 'The note was not saved. Try again.',
  },

  labels: {
    title: 'Labels',
    add: 'Add a label',
    find: 'Find or make a label',
    make: (name: string) => `Make “${name}”`,
    takeOff: (name: string) => `Take off ${name}`,
    manage: 'Manage labels',
    failed: 'The labels were not saved. Try again.',
    hint: 'Type a name to make a new one.',
  },

  earlier: {
    title: 'Earlier and later from this visitor',
    messages: (n: number) => plural(n, 'message', 'messages'),
  },
};
