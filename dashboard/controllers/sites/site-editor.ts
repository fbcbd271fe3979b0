/**
 * One site being edited: what the server has, what the person has made of it, and how the two come together.
 *
 * The promise: nothing that anybody saved is overwritten unknowingly. A save names the version it was made on; when
 * somebody else was faster, here or told by a live event, their settings are taken in under ours, and the page says
 * which ones both have changed.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { ApiError, isMissing, messageOf } from '../../api/client.ts';
import { type LiveChange, live } from '../../api/live.ts';
import { patchSite, readSite } from '../../api/sites.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { viewer } from '../viewer.ts';
import { applyPatch, diffPatch, pathsOf, withValue } from './merge-patch.ts';
import {
  checkDraft,
  type Problems,
  type SectionName,
  type SiteDraft,
  sectionsOf,
  sectionWords,
  toDraft,
} from './site-draft.ts';

/** What was not saved when the sign-in ended: in this page alone, as there may be secrets among it. */
const left = new Map<string, { before: SiteDraft; draft: SiteDraft }>();

export type EditorStatus = 'loading' | 'ready' | 'not-found' | 'failed';

export class SiteEditor implements ReactiveController {
  status: EditorStatus = 'loading';
  saved: SiteView | null = null;
  draft: SiteDraft | null = null;
  problems: Problems = {};
  saving = false;
  /** Why it did not load, or was not saved. */
  problem = '';
  /** What somebody else did meanwhile. */
  notice = '';
  /** Another one whenever the draft was replaced: fields that hold half-typed text of their own begin anew. */
  generation = 0;

  readonly #host: ReactiveControllerHost;
  #id = '';
  #stop = () => {};
  /** Somebody's change was told while we saved. */
  #hasNews = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe((change) => this.#onChange(change));
  }

  hostDisconnected(): void {
    this.#stop();
    const { saved, draft } = this;
    if (viewer.value.status !== 'signed-in' && saved && draft && this.patch)
      left.set(saved.id, { before: toDraft(saved), draft });
  }

  /** What has to be sent to save; undefined when nothing has changed. */
  get patch(): SitePatch | undefined {
    if (!this.saved || !this.draft) return undefined;
    return diffPatch(toDraft(this.saved), this.draft) as SitePatch | undefined;
  }

  get changedSections(): SectionName[] {
    return sectionsOf(pathsOf(this.patch));
  }

  /** Shows another site, or the same one from the server once more. */
  async load(id: string): Promise<void> {
    this.#id = id;
    this.saved = this.draft = null;
    this.status = 'loading';
    this.#changed({ problems: {}, problem: '', notice: '', saving: false });
    try {
      const site = await readSite(id);
      if (id !== this.#id) return;
      this.#changed({ status: 'ready', saved: site, draft: toDraft(site) });
      const { before, draft } = left.get(id) ?? {};
      if (before && draft) this.#merge(site, before, draft);
      left.delete(id);
    } catch (error) {
      if (id !== this.#id) return;
      this.#changed({ status: isMissing(error) ? 'not-found' : 'failed', problem: messageOf(error) });
    }
  }

  /** Sets one value, by its path; what was wrong with it is forgotten. */
  edit(path: string, value: unknown): void {
    if (!this.draft) return;
    let draft = withValue(this.draft, path, value);
    // An order of its own (`steps`) would outvote the one that the list of fields shows.
    if (path === 'lead.fields') draft = withValue(draft, 'agent.guided.steps', undefined);
    const left = Object.entries(this.problems).filter(([at]) => at !== path && !at.startsWith(`${path}.`));
    this.#changed({ draft, problems: Object.fromEntries(left), problem: '' });
  }

  /** Marks a setting that cannot even be put into words for the server; '' clears the mark. */
  mark(path: string, problem: string): void {
    const { [path]: _, ...others } = this.problems;
    this.#changed({ problems: problem ? { ...others, [path]: problem } : others });
  }

  discard(): void {
    if (this.saved) this.restore(toDraft(this.saved));
  }

  /** Takes another draft in the place of this one. */
  restore(draft: SiteDraft): void {
    this.#changed({ draft, problems: {}, problem: '', notice: '', generation: this.generation + 1 });
  }

  /** The server has told of a change that is not in the draft, such as putting the site away. */
  note(site: SiteView): void {
    this.#changed({ saved: site });
  }

  /** True once everything is stored. Otherwise `problems`, `problem` or `notice` say why not. */
  async save(): Promise<boolean> {
    const { saved, draft, patch } = this;
    if (!saved || !draft || this.saving) return false;
    if (!patch) return true;
    const unreadable = this.problems.allowedOrigins;
    const problems: Problems = { ...checkDraft(draft), ...(unreadable && { allowedOrigins: unreadable }) };
    if (Object.keys(problems).length > 0) {
      this.#changed({ problems, problem: siteTexts.save.problems });
      return false;
    }
    this.#changed({ saving: true, problem: '', notice: '' });
    try {
      const site = await patchSite(saved.id, { ...patch, version: saved.version });
      if (this.#id !== saved.id) return false;
      // What was typed while the answer was on its way stays, as a change of its own.
      const since = diffPatch(draft, this.draft);
      const next = applyPatch(toDraft(site), since ?? {}) as SiteDraft;
      this.#changed({ saved: site, draft: next, problems: {}, saving: false });
      return true;
    } catch (error) {
      if (this.#id !== saved.id) return false;
      this.#changed({ saving: false });
      if (error instanceof ApiError && error.id === 'site_changed') await this.#takeIn();
      else this.#refused(error);
      return false;
    } finally {
      this.#hear();
    }
  }

  /** Lets something change the site on the server, such as a new secret, and takes it in under what is not saved yet. */
  async change(action: () => Promise<void>): Promise<void> {
    this.#changed({ saving: true });
    try {
      await action();
      const fresh = await readSite(this.#id);
      const { saved, draft } = this;
      if (fresh.id !== this.#id || !saved || !draft) return;
      const ours = diffPatch(toDraft(saved), draft);
      this.#changed({ saved: fresh, draft: applyPatch(toDraft(fresh), ours ?? {}) as SiteDraft });
    } finally {
      this.#changed({ saving: false });
      this.#hear();
    }
  }

  #refused(error: unknown): void {
    const fields = error instanceof ApiError ? error.fields : [];
    const problems = Object.fromEntries(fields.map(({ path, message }) => [path, message]));
    this.#changed({ problems, problem: fields.length > 0 ? siteTexts.save.problems : messageOf(error) });
  }

  /** Puts our changes onto what the server has now. */
  async #takeIn(): Promise<void> {
    const id = this.#id;
    try {
      const fresh = await readSite(id);
      const { saved, draft } = this;
      if (id !== this.#id || this.saving || !saved || !draft || fresh.version <= saved.version) return;
      this.#merge(fresh, toDraft(saved), draft);
    } catch {
      // The next save finds out again, and says so.
    }
  }

  #merge(fresh: SiteView, before: SiteDraft, draft: SiteDraft): void {
    const now = toDraft(fresh);
    const ours = diffPatch(before, draft);
    const notice = ours ? noticeOf(diffPatch(before, now), ours) : '';
    this.#changed({ saved: fresh, draft: applyPatch(now, ours ?? {}) as SiteDraft, notice });
  }

  #onChange({ name, data }: LiveChange): void {
    if (this.status !== 'ready') return;
    if (name !== 'resync' && (name !== 'site.updated' || data.siteId !== this.#id)) return;
    this.#hasNews = true;
    if (!this.saving) this.#hear();
  }

  /** Our own change is told, too: then the version says that there is nothing new. */
  #hear(): void {
    if (this.#hasNews) void this.#takeIn();
    this.#hasNews = false;
  }

  #changed(change: Partial<SiteEditor>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}

/** What to say when two people changed a site: nothing where the other's change is in no setting that is shown here. */
function noticeOf(theirs: unknown, ours: unknown): string {
  if (!theirs) return '';
  const mine = pathsOf(ours);
  const both = pathsOf(theirs).filter((path) => mine.includes(path));
  return both.length > 0 ? siteTexts.save.overlap(sectionWords(sectionsOf(both))) : siteTexts.save.meanwhile;
}
