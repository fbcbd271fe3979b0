/** What is said about sample conversations. */
export const demoTexts = {
  offer: 'Fill with sample conversations',
  offerHint:
    'Two weeks of them, to see every page alive. Nothing is sent to anybody, and one click removes them.',
  progress: (done: number, total: number) => `${done} of ${total} made…`,
  banner: (n: number) =>
    `${n} sample conversations are shown among your own. Nothing is sent because of them.`,
  filling: (done: number, total: number) => `Making sample conversations: ${done} of ${total}…`,
  removing: 'Removing the sample conversations…',
  remove: 'Remove them',
  goOn: 'Make the rest',
  filled: 'Sample conversations are here. Look around.',
  removed: 'The sample conversations are gone.',
  ask: {
    heading: 'Remove the sample conversations?',
    text: 'They go with their leads, figures and site. What belongs to real visitors stays.',
    action: 'Remove',
  },
};
