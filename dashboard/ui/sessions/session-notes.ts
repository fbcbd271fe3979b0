import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { NoteView } from '../../../backend/sessions/schema.ts';
import { deleteNote, writeNote } from '../../api/sessions.ts';
import { draftsOf } from '../../controllers/drafts.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { side } from '../side.styles.ts';
import { sessionNotesStyles } from './session-notes.styles.ts';
import '../time-ago.ts';

const words = conversationTexts.notes;

/** New ones by conversation, changed ones by the note. */
const drafts = draftsOf<string>('notes');

/** The team's notes beside a conversation, with who wrote them and when. */
export class DeskSessionNotes extends LitElement {
  static override styles = [base, side, sessionNotesStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    notes: { attribute: false },
    editing: { state: true },
    busy: { state: true },
  };

  declare sessionId: string;
  declare notes: readonly NoteView[];
  declare private editing: string | null;
  declare private busy: boolean;

  readonly #viewer = new Watch(this, viewer);

  constructor() {
    super();
    this.notes = [];
    this.editing = null;
    this.busy = false;
  }

  protected override willUpdate(): void {
    this.toggleAttribute('empty', this.notes.length === 0);
    // One that was left half changed is taken up again.
    this.editing ??= this.notes.find(({ id }) => drafts.has(id))?.id ?? null;
  }

  protected override render() {
    return html`<h2>${words.title}</h2>
      ${
        this.notes.length === 0
          ? nothing
          : html`<ul>${repeat(
              this.notes,
              ({ id }) => id,
              (note) => html`<li>${this.#note(note)}</li>`,
            )}</ul>`
      }
      ${this.#form(null, drafts.get(this.sessionId) ?? '')}`;
  }

  #note(note: NoteView) {
    if (note.id === this.editing) return this.#form(note.id, drafts.get(note.id) ?? note.text);
    const here = this.#viewer.value;
    const user = here.status === 'signed-in' ? here.user : null;
    const isMine = user !== null && note.author.id === user.id;
    return html`<div class="head">
        <span class="author">${note.author.name}</span>
        <desk-time-ago at=${note.createdAt}></desk-time-ago>
        ${note.editedAt ? html`<span>${words.edited}</span>` : nothing}
        <span class="tools no-print">
          ${isMine ? this.#tool('pencil', words.edit, () => this.#edit(note.id)) : nothing}
          ${isMine || user?.role === 'admin' ? this.#tool('trash', words.remove, () => this.#remove(note, isMine)) : nothing}
        </span>
      </div>
      <div class="text">${note.text}</div>`;
  }

  #tool(name: 'pencil' | 'trash', label: string, act: () => void) {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${act}>
      ${icon(name)}
    </button>`;
  }

  #form(noteId: string | null, text: string) {
    const id = noteId ?? 'new';
    return html`<form class="no-print" @submit=${(event: Event) => this.#save(event, noteId)}>
      <textarea
        id=${id}
        rows=${noteId ? 4 : 2}
        maxlength="10000"
        aria-label=${noteId ? words.edit : words.label}
        placeholder=${words.placeholder}
        .value=${text}
        @input=${(event: Event) => drafts.set(noteId ?? this.sessionId, (event.target as HTMLTextAreaElement).value)}
        @keydown=${this.#onKey}
      ></textarea>
      <div class="row">
        <sl-button size="small" type="submit" ?disabled=${this.busy} @click=${this.#submit}>
          ${noteId ? words.save : words.add}
        </sl-button>
        ${
          noteId
            ? html`<sl-button size="small" @click=${() => this.#stop(noteId)}>${words.cancel}</sl-button>`
            : html`<span class="quiet">${words.only}</span>`
        }
      </div>
    </form>`;
  }

  #edit(id: string | null): void {
    this.editing = id;
    if (id)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`[id='${id}']`)?.focus(),
      );
  }

  #stop(noteId: string): void {
    drafts.delete(noteId);
    if (this.editing === noteId) this.#edit(null);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { id } = event.target as HTMLElement;
    if (event.key === 'Escape' && id === this.editing) this.#stop(id);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A Shoelace button is no submit button of a form outside of its own shadow root's. */
  readonly #submit = (event: Event) => {
    event.preventDefault();
    (event.target as HTMLElement).closest('form')?.requestSubmit();
  };

  async #save(event: Event, noteId: string | null): Promise<void> {
    event.preventDefault();
    const { sessionId } = this;
    const field = (event.target as HTMLFormElement).querySelector('textarea')!;
    const text = field.value.trim();
    if (text === '' || this.busy) return;
    this.busy = true;
    try {
      const saved = await writeNote(sessionId, text, noteId ?? undefined);
      if (this.sessionId === sessionId)
        this.notes = [...this.notes.filter(({ id }) => id !== saved.id), saved].sort(byTime);
      // Words that were added while the answer was on its way are not saved yet.
      if (field.value.trim() !== text) return;
      if (noteId) this.#stop(noteId);
      else {
        drafts.delete(sessionId);
        field.value = '';
      }
    } catch {
      showToast(words.failed, { tone: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  async #remove(note: NoteView, isMine: boolean): Promise<void> {
    const { sessionId } = this;
    if (this.busy) return;
    this.busy = true;
    try {
      await deleteNote(sessionId, note.id);
      this.notes = this.notes.filter(({ id }) => id !== note.id);
      // Somebody else's note would come back under one's own name.
      const failed = () => showToast(words.failed, { tone: 'problem' });
      showToast(words.removed, {
        undo: isMine ? () => void writeNote(sessionId, note.text).catch(failed) : undefined,
      });
    } catch {
      showToast(words.failed, { tone: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

const byTime = (a: NoteView, b: NoteView) => (a.createdAt < b.createdAt ? -1 : 1);

customElements.define('desk-session-notes', DeskSessionNotes);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-notes': DeskSessionNotes;
  }
}
