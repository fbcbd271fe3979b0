/** What our chat costs a visitor's browser, beside other chats from npm and beside a bare Lit element. */
import { launchBrowser } from '../support/browser.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { onLeaving } from './leaving.ts';
import { startBenchParlour } from './rig.ts';
import { type Chat, FLOOR, OURS, RIVALS } from './widget/chats.ts';
import { startLandingSite } from './widget/landing-site.ts';
import { installPackages } from './widget/packages.ts';
import { type Phase, type Visit, visit } from './widget/visit.ts';

/** As many rounds as fit into the time, and no fewer than are needed for a median. */
const ROUNDS = { least: 3, most: 4, withinMs: 45_000 };
const CHATS = [OURS, FLOOR, ...RIVALS];
const KIB = 1024;

export const bench: Bench = {
  name: 'widget',
  title: 'The chat on a page (Chromium, CPU slowed down four times)',
  async run(say) {
    installPackages();
    const parlour = await startBenchParlour({ RATE_LIMIT_FACTOR: '0' });
    const tag = `<script type="module" async src="${parlour.url}/widget.js" data-site="${parlour.site.key}"></script>`;
    const site = await startLandingSite(CHATS);
    const browser = await launchBrowser({ handleSIGINT: false, handleSIGTERM: false });
    const closed = onLeaving(() => browser.close());
    try {
      await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, { allowedOrigins: [site.url] });
      const visits = new Map<Chat, Visit[]>(CHATS.map((chat) => [chat, []]));
      // In turns, so that a machine that is busy for a moment is busy for all of them.
      const begun = performance.now();
      const isTime = () => performance.now() - begun < ROUNDS.withinMs;
      for (let round = 0; round < ROUNDS.most && (round < ROUNDS.least || isTime()); round++)
        for (const chat of CHATS) {
          const page = { url: site.url, tags: site.tags[chat.id] ?? tag };
          const seen = await visit(browser, page, chat, [site.url, parlour.url]);
          visits.get(chat)!.push(seen);
          say(`${chat.title}: ${told(seen)}`);
        }
      return figures(visits);
    } finally {
      closed();
      await browser.close();
      await site.stop();
      await parlour.stop();
    }
  },
};

const told = ({ before, opening }: Visit) =>
  [before, opening]
    .map(({ script, blocking }) => `${Math.round(script)} ms of script, ${Math.round(blocking)} ms blocked`)
    .join('; opening ');

/**
 * The middle of all rounds; of times the calmest round, as whatever else a machine does only adds to them, and a visitor's
 * browser is not slow because a benchmark's neighbour is busy.
 */
function figures(visits: Map<Chat, Visit[]>): Figure[] {
  const of = (chat: Chat, unit: string, pick: (visit: Visit) => number) => {
    const values = visits.get(chat)!.map(pick);
    return unit === 'ms' ? Math.min(...values) : median(values);
  };
  const before = (name: keyof Phase) => (visit: Visit) => visit.before[name];
  const whole = (name: keyof Phase) => (visit: Visit) => visit.before[name] + visit.opening[name];
  const kib = (pick: (visit: Visit) => number) => (visit: Visit) => pick(visit) / KIB;
  const alone = (what: string, unit: string, pick: (visit: Visit) => number, most?: number): Figure => ({
    what,
    unit,
    value: of(OURS, unit, pick),
    ...(most !== undefined && { target: { is: 'at most', value: most } }),
  });
  const beside = (what: string, unit: string, pick: (visit: Visit) => number): Figure[] =>
    [FLOOR, ...RIVALS]
      .map((chat) => ({ what: chat.title, value: of(chat, unit, pick) }))
      // There is no ratio to nothing.
      .filter(({ value }) => value > 0)
      .map((other) => ({ ...alone(what, unit, pick), beside: other }));
  return [
    alone('before opening, gzip', 'KiB', kib(before('gzip')), 2),
    alone('before opening, brotli', 'KiB', kib(before('brotli'))),
    alone('in all, gzip', 'KiB', kib(whole('gzip')), 16),
    alone('in all, brotli', 'KiB', kib(whole('brotli'))),
    alone('blocked before opening, calmest round', 'ms', before('blocking'), 0),
    alone('blocked for opening, calmest round', 'ms', ({ opening }) => opening.blocking),
    alone('layout shift', '', whole('shift'), 0),
    alone('requests before opening', '', before('requests')),
    alone('requests in all', '', whole('requests')),
    alone('requests to anybody else', '', whole('foreign'), 0),
    ...beside('before opening, gzip', 'KiB', kib(before('gzip'))),
    ...beside('in all, gzip', 'KiB', kib(whole('gzip'))),
    ...beside('script time in all, calmest round', 'ms', whole('script')),
    ...beside('blocked in all, calmest round', 'ms', whole('blocking')),
  ];
}
