/** What is said about errors of workflows and assistants; loaded with those who show them. */
import { number } from '../locale.ts';

const count = (n: number) => (n === 1 ? 'Once' : n === 2 ? 'Twice' : `${number(n)} times`);

export const errorTexts = {
  title: 'Errors',
  list: 'Errors of workflows and assistants',
  loading: 'Loading the errors',
  failed: 'The errors did not load',
  more: 'Show more',
  loadingMore: 'Loading more…',
  moreFailed: 'The next ones did not load.',

  statusFilter: 'Which errors',
  status: { open: 'Open', resolved: 'Resolved', muted: 'Muted' },
  all: 'All',
  site: 'Site',
  anySite: 'All sites',
  clear: 'Clear filters',
  severity: { warning: 'Warning', error: 'Error', critical: 'Critical' },

  assistant: 'Assistant',
  workflow: 'Workflow',
  node: 'Step',
  times: count,
  happened: 'Happened',
  first: 'First',
  last: 'Last',

  emptyTitle: 'No open errors',
  emptyText:
    'When an assistant or a workflow fails, it appears here by itself, and at its place in the transcript.',
  noneTitle: 'Nothing here',
  noneText: 'No error fits these filters.',
  showOpen: 'Show the open ones',
  connectTitle: 'Hear of every error of your n8n workflows',
  connectAdmin: 'An admin can connect n8n, so that errors of all your workflows come here.',
  connectMany: 'Each site has a ready workflow for n8n that reports errors here.',
  download: 'Download the workflow',
  toSites: 'Choose a site',

  back: 'Back to the list',
  loadingOne: 'Loading the error',
  oneFailed: 'The error did not load',
  notFound: 'This error is not here',
  notFoundText: 'It may have been removed with its conversations, or the link is not complete.',
  resolve: 'Resolve',
  reopen: 'Reopen',
  mute: 'Mute',
  settled: { open: 'Error is open again.', resolved: 'Error resolved.', muted: 'Error muted.' },
  notSettled: 'That could not be saved.',
  facts: 'Error',
  kindOf: 'Kind',
  stack: 'Where in the code',
  recent: 'The last times',
  recentMax: (n: number) => `The last ${n} times`,
  noRecent: 'No single time is kept.',
  openConversation: 'Conversation',
  openRun: 'Open the run',
  run: (id: string) => `Run ${id}`,
  resolvedHint: 'It opens again by itself when it happens again.',
  mutedHint: 'It counts on, but nobody is told.',
};
