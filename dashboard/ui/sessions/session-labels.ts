import type { SlDropdown } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { LabelColor, LabelView } from '../../../backend/sessions/label-schema.ts';
import { createLabel } from '../../api/labels.ts';
import { setLabels } from '../../api/sessions.ts';
import { askLabels, labels } from '../../controllers/choices.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { side } from '../side.styles.ts';
import { sessionLabelsStyles } from './session-labels.styles.ts';
import './label-chip.ts';

const words = conversationTexts.labels;
/** A new label gets the next colour, so that the first few differ. */
const COLORS: readonly LabelColor[] = ['teal', 'amber', 'violet', 'blue', 'green', 'red', 'grey'];

/** The labels of a conversation, to take off and to put on; a new one is made by typing its name. */
export class DeskSessionLabels extends LitElement {
  static override styles = [base, side, sessionLabelsStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    chosen: { attribute: false },
    wanted: { state: true },
    typed: { state: true },
  };

  declare sessionId: string;
  declare chosen: readonly LabelView[];
  /** What was chosen here and is being saved: news of before don't take it back. */
  declare private wanted: readonly LabelView[] | null;
  declare private typed: string;

  readonly #labels = new Watch(this, labels);
  /** One after the other: the last set of labels that was chosen is the one that stays. */
  #saving = Promise.resolve();
  #isMaking = false;

  constructor() {
    super();
    this.chosen = [];
    this.wanted = null;
    this.typed = '';
  }

  protected override render() {
    return html`<h2>${words.title}</h2>
      <ul>
        ${this.#worn.map(
          (label) =>
            html`<li class="chip">
              <desk-label color=${label.color}>${label.name}</desk-label>
              <button
                type="button"
                class="icon-button no-print"
                aria-label=${words.takeOff(label.name)}
                @click=${() => this.#set(this.#worn.filter(({ id }) => id !== label.id))}
              >
                ${icon('x-lg')}
              </button>
            </li>`,
        )}
        <li class="no-print">
          <sl-dropdown distance="4" hoist @sl-show=${askLabels} @sl-after-show=${this.#focusField}>
            <button slot="trigger" type="button" class="add">${icon('tag')}${words.add}</button>
            <div class="panel" @keydown=${this.#onKey}>
              <input
                maxlength="40"
                autocomplete="off"
                aria-label=${words.find}
                placeholder=${words.find}
                .value=${this.typed}
                @input=${(event: Event) => {
                  this.typed = (event.target as HTMLInputElement).value;
                }}
              />
              <ul class="found">
                ${this.#found().map(
                  (label) =>
                    html`<li>
                      <button type="button" @click=${() => this.#add(label)}>
                        <desk-label color=${label.color}>${label.name}</desk-label>
                      </button>
                    </li>`,
                )}
                ${this.#found().length === 0 && !this.#canMake() ? html`<li class="hint quiet">${words.hint}</li>` : nothing}
                ${
                  this.#canMake()
                    ? html`<li><button type="button" @click=${this.#make}>${words.make(this.#name())}</button></li>`
                    : nothing
                }
              </ul>
              <a class="manage" href=${paths.settings('labels')}>${words.manage}</a>
            </div>
          </sl-dropdown>
        </li>
      </ul>`;
  }

  get #worn(): readonly LabelView[] {
    return this.wanted ?? this.chosen;
  }

  #found(): LabelView[] {
    const name = this.#name().toLowerCase();
    const worn = new Set(this.#worn.map(({ id }) => id));
    return this.#labels.value.filter(
      (label) => !worn.has(label.id) && label.name.toLowerCase().includes(name),
    );
  }

  #name(): string {
    return this.typed.trim().replace(/\s+/g, ' ');
  }

  #canMake(): boolean {
    const name = this.#name().toLowerCase();
    return name !== '' && !this.#labels.value.some((label) => label.name.toLowerCase() === name);
  }

  readonly #focusField = () => this.renderRoot.querySelector('input')?.focus();

  /** Enter takes the first one; letters and arrows stay inside. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const [first] = this.#found();
    if (this.#canMake() && first?.name.toLowerCase().startsWith(this.#name().toLowerCase()) !== true)
      void this.#make();
    else if (first) this.#add(first);
  };

  #add(label: LabelView): void {
    this.#set([...this.#worn, label]);
    this.#close();
  }

  readonly #make = async () => {
    if (this.#isMaking) return;
    this.#isMaking = true;
    const color = COLORS[this.#labels.value.length % COLORS.length]!;
    try {
      this.#add(await createLabel(this.#name(), color));
    } catch {
      showToast(words.failed, { tone: 'problem' });
    } finally {
      this.#isMaking = false;
    }
  };

  #close(): void {
    this.typed = '';
    void this.renderRoot.querySelector<SlDropdown>('sl-dropdown')?.hide();
  }

  #set(next: readonly LabelView[]): void {
    const { sessionId } = this;
    const ids = next.map(({ id }) => id);
    this.wanted = next;
    this.#saving = this.#saving.then(async () => {
      try {
        await setLabels(sessionId, ids);
        this.chosen = next;
      } catch {
        showToast(words.failed, { tone: 'problem' });
      }
      if (this.wanted === next) this.wanted = null;
    });
  }
}

customElements.define('desk-session-labels', DeskSessionLabels);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-labels': DeskSessionLabels;
  }
}
