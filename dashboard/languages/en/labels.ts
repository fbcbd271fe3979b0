/** What the settings say about labels. */
import type { LabelColor } from '../../../backend/sessions/label-schema.ts';
import { number } from '../locale.ts';

export const labelTexts = {
  text: 'Words that your team puts onto conversations to find them again. What you change here changes everywhere.',
  create: 'New label',
  createTitle: 'New label',
  changeTitle: (name: string) => `Change “${name}”`,
  name: 'Name',
  nameHint: 'For example: call back, big order',
  missingName: 'Give the label a name.',
  color: 'Colour',
  colors: {
    grey: 'Grey',
    teal: 'Teal',
    green: 'Green',
    amber: 'Amber',
    red: 'Red',
    violet: 'Violet',
    blue: 'Blue',
  } satisfies Record<LabelColor, string>,
  make: 'Make the label',
  made: (name: string) => `The label “${name}” was made.`,
  saved: (name: string) => `The label “${name}” was saved.`,
  change: (name: string) => `Change ${name}`,
  remove: (name: string) => `Remove ${name}`,
  active: (n: number) => (n === 1 ? '1 conversation' : `${number(n)} conversations`),
  archived: (n: number) => `${number(n)} archived`,
  many: (n: number) => `${number(n)} conversations or more`,
  unused: 'On no conversation',
  failedTitle: 'The labels did not load',
  emptyTitle: 'No labels yet',
  emptyText: 'Make one here, or beside an open conversation. Then you can narrow the list to it.',
  onlyAdmins: 'Only admins can remove labels, as that takes them off every conversation.',
  askRemove: (name: string) => `Remove the label “${name}”?`,
  askRemoveUnused: 'No conversation has it.',
  askRemoveText: (n: number) =>
    n === 1
      ? '1 conversation loses it. This can’t be undone.'
      : `${number(n)} conversations lose it. This can’t be undone.`,
  askRemoveMany: (n: number) => `${number(n)} conversations or more lose it. This can’t be undone.`,
  removeIt: 'Remove',
  removed: (name: string) => `The label “${name}” was removed.`,
};
