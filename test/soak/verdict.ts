/** Compares what was promised and told during a soak with what the database holds. */
import type pg from 'pg';
import type { FakeReceiver } from '../support/fakes/receiver.ts';
import { until } from '../support/until.ts';
import type { Load } from './load.ts';

/** In words; nothing when all is well. */
export async function whatIsWrong(asking: pg.Client, load: Load, receiver: FakeReceiver): Promise<string[]> {
  return [
    ...(await wrongInDatabase(asking, load)),
    ...(await wrongForStaff(asking, load)),
    ...wrongAtReceiver(load, receiver),
  ];
}

async function wrongInDatabase(asking: pg.Client, { promised }: Load): Promise<string[]> {
  const { rows } = await asking.query<{ id: string; lines: string[] }>(
    `SELECT session_id AS id, array_agg(text ORDER BY seq) AS lines FROM messages
      WHERE role = 'visitor' GROUP BY session_id`,
  );
  const stored = new Map(rows.map(({ id, lines }) => [id, lines.join()]));
  const expected = (count: number) => Array.from({ length: count }, (_, line) => `line ${line}`).join();
  return [...promised].flatMap(([id, count]) =>
    stored.get(id) === expected(count) ? [] : [`messages of ${id}: ${stored.get(id)}`],
  );
}

/** Each message told once to each of them; a greeting comes with its conversation. */
async function wrongForStaff(asking: pg.Client, { staff }: Load): Promise<string[]> {
  const { rows } = await asking.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM messages WHERE seq > 1',
  );
  const stored = rows[0]!.count;
  const told = (follower: Load['staff'][number]) =>
    follower.all
      .filter(({ event }) => event === 'message.created')
      .map(({ data }) => `${data.sessionId}/${(data.message as { seq: number }).seq}`);
  await until(() => staff.every((follower) => told(follower).length >= stored), 'staff have caught up').catch(
    () => {},
  );
  return staff.flatMap((follower, number) => {
    const all = told(follower);
    const once = new Set(all).size;
    return once === stored && all.length === stored
      ? []
      : [`staff ${number} were told ${all.length} messages, ${once} different ones, of ${stored}`];
  });
}

function wrongAtReceiver({ completed }: Load, { received }: FakeReceiver): string[] {
  const arrived = new Set(received.map(({ body }) => JSON.parse(body).data.session.id));
  return [...completed].filter((id) => !arrived.has(id)).map((id) => `${id} never arrived at its receiver`);
}
