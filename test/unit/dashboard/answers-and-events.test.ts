/** What comes in another order than it was asked for, or happens while an answer is on its way. */
import { expect } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { live } from '../../../dashboard/api/live.ts';
import { LiveDetail } from '../../../dashboard/controllers/live-detail.ts';
import { PagedList } from '../../../dashboard/controllers/paged-list.ts';
import { ReplayView } from '../../../dashboard/controllers/replays/replay-view.ts';
import { SiteEditor } from '../../../dashboard/controllers/sites/site-editor.ts';
import { until } from '../../support/until.ts';

const controllers: ReactiveController[] = [];
const host = {
  addController: (controller) => controllers.push(controller),
  requestUpdate() {},
} as Partial<ReactiveControllerHost> as ReactiveControllerHost;

/** An answer that comes when the test says so. */
function later<T>() {
  let answer = (_: T) => {};
  let fail = (_: Error) => {};
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

describe('Answers and events in any order', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    for (const controller of controllers.splice(0)) controller.hostDisconnected?.();
  });

  /** Answers what is asked with what `answer` makes of its address, as JSON. */
  const serve = (answer: (path: string, method: string) => unknown) => {
    globalThis.fetch = async (url, init) =>
      Response.json(await answer(String(url).replace('/api/v1', ''), init?.method ?? 'GET'));
  };

  it('a page that was given up for a look that failed can be asked for again', async () => {
    const asked: ReturnType<typeof later<{ items: { id: string }[]; nextCursor: string | null }>>[] = [];
    const list = new PagedList<{ id: string }>(host, () => asked[asked.push(later()) - 1]!.promise);
    const loaded = list.load();
    asked[0]!.answer({ items: [{ id: 'a' }], nextCursor: 'after a' });
    await loaded;
    void list.loadMore();
    const again = list.load({ quiet: true });
    asked[2]!.fail(new Error('the connection is gone'));
    await again;
    expect(list.more).to.equal('idle');
    const more = list.loadMore();
    asked[3]!.answer({ items: [{ id: 'a' }, { id: 'b' }], nextCursor: null });
    await more;
    expect(list.items.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('no page is put below a list that is being asked for anew', async () => {
    const asked: (string | undefined)[] = [];
    const first = later<{ items: { id: string }[]; nextCursor: string | null }>();
    const list = new PagedList<{ id: string }>(host, (cursor) => {
      asked.push(cursor);
      return asked.length === 1
        ? Promise.resolve({ items: [{ id: 'b' }], nextCursor: 'after b' })
        : first.promise;
    });
    await list.load();
    void list.load({ quiet: true });
    await list.loadMore();
    expect(asked).to.deep.equal([undefined, undefined]);
  });

  it('a list that is read again is as long as before, so that nobody loses their place', async () => {
    const all = Array.from({ length: 500 }, (_, n) => ({ id: `${n}` }));
    const list = new PagedList<{ id: string }>(host, async (cursor, _, wanted) => {
      const from = Number(cursor ?? 0);
      const to = from + Math.min(200, Math.max(50, wanted));
      return { items: all.slice(from, to), nextCursor: to < all.length ? `${to}` : null };
    });
    await list.load();
    while (list.items.length < 450) await list.loadMore();
    await list.load({ quiet: true });
    expect(list.items.map(({ id }) => id)).to.deep.equal(all.slice(0, 450).map(({ id }) => id));
    await list.load();
    expect(list.items).to.have.length(50);
  });

  it('one thing is read again when something happened to it while it was read', async () => {
    const answers = [later<{ id: string; at: number }>(), later<{ id: string; at: number }>()];
    let reads = 0;
    const detail = new LiveDetail(host, {
      read: () => answers[reads++]!.promise,
      concerns: ({ data }, _, shown) => shown !== null && data.sessionId === 's',
    });
    detail.hostConnected();
    detail.show('x');
    live.publishLocally('lead.updated', { sessionId: 's' });
    answers[0]!.answer({ id: 'x', at: 1 });
    await until(() => reads === 2, 'the second reading');
    answers[1]!.answer({ id: 'x', at: 2 });
    await until(() => detail.value?.at === 2, 'how it is now');
  });

  it('an own answer does not end the reading of what others did after it', async () => {
    const answers = [1, 2, 3].map(() => later<{ id: string; by: string }>());
    let reads = 0;
    const detail = new LiveDetail(host, { read: () => answers[reads++]!.promise, concerns: () => true });
    detail.hostConnected();
    detail.show('x');
    answers[0]!.answer({ id: 'x', by: 'nobody' });
    await until(() => detail.value !== null, 'the first');
    live.publishLocally('lead.updated', {});
    detail.take({ id: 'x', by: 'me' });
    expect(reads).to.equal(3);
    answers[2]!.answer({ id: 'x', by: 'somebody else' });
    await until(() => detail.value?.by === 'somebody else', 'what came last');
  });

  it('a run that ends while it is read for the first time is shown as ended', async () => {
    let isOver = false;
    serve((path) => {
      if (path === '/sessions/s') return { session: { id: 's' } };
      if (path === '/sessions/s/replays') return { items: [], case: null };
      if (path === '/replays/r') return { id: 'r', results: [], finishedAt: isOver ? 'now' : null };
      if (!isOver) live.publishLocally('replay.changed', { runId: 'r' } as never);
      isOver = true;
      return { number: 1 };
    });
    const view = new ReplayView(host);
    view.hostConnected();
    await view.show('s', 'r');
    expect(view.run?.finishedAt).to.equal('now');
  });

  it('a run that was accepted stays accepted when news of it come late', async () => {
    let reads = 0;
    serve((path) => {
      if (path === '/sessions/s') return { session: { id: 's' } };
      if (path === '/sessions/s/replays') return { items: [], case: null };
      if (path === '/replays/r') return { id: 'r', results: [], finishedAt: 'now' };
      reads += 1;
      return { number: reads, outcome: 'answers' };
    });
    const view = new ReplayView(host);
    view.hostConnected();
    await view.show('s', 'r');
    expect(view.result?.outcome).to.equal('answers');
    view.accept('r');
    expect(view.result?.outcome).to.equal('same');
    live.publishLocally('replay.changed', { runId: 'r' } as never);
    await until(() => view.result?.number === 2, 'it is read again');
    expect(view.result?.outcome).to.equal('same');
  });

  it('what was asked of one conversation does not come onto the next', async () => {
    const slow = later<unknown>();
    serve((path) => {
      if (path.startsWith('/replays/')) return { id: path.at(-1), results: [], number: 1 };
      if (path === '/sessions/a') return slow.promise;
      return path.endsWith('/replays') ? { items: [] } : { session: { id: path.at(-1) } };
    });
    const view = new ReplayView(host);
    const first = view.show('a', 'x');
    await view.show('b', 'y');
    slow.answer({ session: { id: 'a' } });
    await first;
    expect([view.session?.id, view.run?.id]).to.deep.equal(['b', 'y']);
  });

  it('the answer to saving one site does not come onto another', async () => {
    const slow = later<unknown>();
    const site = (id: string) => ({
      id,
      name: id,
      version: 1,
      widget: {},
      lead: {},
      agent: {},
      integrations: {},
    });
    serve((path, method) => {
      if (method === 'PATCH') return slow.promise;
      return site(path.at(-1)!);
    });
    const editor = new SiteEditor(host);
    await editor.load('a');
    Object.assign(editor.draft!, {
      name: 'A',
      widget: { accent: '#000000', consent: { version: '1', text: '' } },
    });
    Object.assign(editor.draft!.lead, { fields: [] });
    Object.assign(editor.draft!.agent, { fallbackText: 'x', replyTimeoutSeconds: 9 });
    const saving = editor.save();
    await editor.load('b');
    slow.answer(site('a'));
    await saving;
    expect([editor.saved?.id, editor.saving]).to.deep.equal(['b', false]);
  });
});
