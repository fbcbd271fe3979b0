/**
 * Playing one scene through the actions that visitors and staff use, so that a sample is nothing that could not happen.
 * Only the times are moved into the past afterwards, and what was sent out is noted without being sent.
 */
import { uuidv7 } from 'uuidv7';
import { abandonIdleSessions } from '../conversation/abandon-idle.ts';
import { ensureAnswered } from '../conversation/reply-to.ts';
import { storeVisitorMessage } from '../conversation/store-message.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { reportIncident } from '../incidents/report.ts';
import { editLead } from '../leads/edit.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Lead } from '../models/lead.ts';
import type { Site } from '../models/site.ts';
import { giveReview } from '../reviews/actions.ts';
import { changeSession } from '../sessions/actions.ts';
import { setLabels } from '../sessions/label-actions.ts';
import { addNote } from '../sessions/note-actions.ts';
import { release, takeOver } from '../takeover/actions.ts';
import { writeMessage } from '../takeover/write-message.ts';
import { rateSession } from '../visitor/actions.ts';
import { startSession } from '../visitor/start-session.ts';
import type { DemoDeps } from './actions.ts';
import { noteDelivery } from './deliveries.ts';
import { moveBack } from './past.ts';
import { CAMPAIGNS, FAULTS, PAGES, type Scene, type Step } from './scene.ts';

export interface Play {
  scene: Scene;
  externalId: string;
  site: Site;
  /** Ids by name. */
  labels: ReadonlyMap<string, string>;
  /** Who plays the team. */
  by: StaffPrincipal;
}

/** The scene counts as played once it has its external id, which comes with the last step. */
export async function playScene(deps: DemoDeps, play: Play): Promise<void> {
  const { database } = deps;
  const { scene, site, externalId, by } = play;
  const { session } = await startSession(
    database,
    site,
    {
      siteKey: site.key,
      page: PAGES[scene.page],
      ...(scene.from && { utm: CAMPAIGNS[scene.from] }),
      locale: scene.locale ?? 'en',
      visitorId: uuidv7(),
    },
    { device: scene.device ?? 'Chrome on Windows', ipPrefix: null },
  );
  for (const step of scene.steps) await take(deps, session.id, step, by);
  if (scene.rating) await rateSession(database, session.id, scene.rating);
  await workOn(deps, session.id, play);
  await moveBack(database, session.id, { scene, externalId });
  // Whoever left long ago is found to be gone now, as the timetable would in a minute.
  await abandonIdleSessions(database, [session.id]);
  if (scene.archived) await changeSession(database, session.id, { archiveStatus: 'archived' }, by);
  deps.hint();
}

async function take(deps: DemoDeps, id: string, step: Step, by: StaffPrincipal): Promise<void> {
  const { database } = deps;
  if (step === 'hand back') await release(database, id, by, {});
  else if (typeof step === 'string') {
    const stored = await storeVisitorMessage(database, id, { id: uuidv7(), text: step });
    await ensureAnswered(deps, id, stored, { waitMs: 10_000 });
  } else {
    await takeOver(database, id, by, {});
    await writeMessage(database, id, { text: step.staff }, by);
  }
}

/** What the team does beside the conversation. */
async function workOn({ database }: DemoDeps, id: string, { scene, labels, by }: Play): Promise<void> {
  const { qualification, verdicts = [], note, fault, sent } = scene;
  for (const verdict of verdicts) await giveReview(database, id, verdict, by);
  if (scene.labels)
    await setLabels(
      database,
      id,
      scene.labels.map((name) => labels.get(name)!),
      by,
    );
  if (note) await addNote(database, id, note, by);
  const lead = qualification && (await Lead.query(database).findOne({ sessionId: id }));
  if (lead) await editLead(database, lead.id, { qualification, ownerId: by.userId }, by);
  await database.transaction(async (trx) => {
    const { siteId, lastSeq } = await ChatSession.query(trx).findById(id).forUpdate().throwIfNotFound();
    if (fault) await reportIncident(trx, { ...FAULTS[fault], siteId, sessionId: id, messageSeq: lastSeq });
    if (sent) await noteDelivery(trx, { id, siteId }, sent);
  });
}
