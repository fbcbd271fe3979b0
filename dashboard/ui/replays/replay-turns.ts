import { html, LitElement, nothing } from 'lit';
import type { PlayedTurn, ResultView } from '../../../backend/replays/schema.ts';
import { replayTexts as words } from '../../languages/en/replays.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { detailLabel, detailNames } from '../leads/details.ts';
import { replayTurnsStyles } from './replay-turns.styles.ts';
import { wordDiff } from './word-diff.ts';

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const isSame = ({ old, new: now }: PlayedTurn) =>
  JSON.stringify(old.map(tidy)) === JSON.stringify(now.map(tidy));

/** What was answered then and what is answered now, turn by turn, with the words that differ marked; then the lead. */
export class DeskReplayTurns extends LitElement {
  static override styles = [base, replayTurnsStyles];
  static override properties = { result: { attribute: false }, heading: {} };

  declare result: ResultView;
  /** What stands above the old answers. */

  declare heading: string;

  protected override render() {
    const { turns, finishedAt } = this.result;
    return html`<ol>
        ${turns.map((turn) => this.#turn(turn))}
      </ol>
      ${finishedAt ? this.#lead() : nothing}`;
  }

  #turn(turn: PlayedTurn) {
    const said = turn.said.length
      ? html`<div class="said"><span class="unseen">${words.visitor}:</span>${turn.said.map((text) => html`<p dir="auto">${text}</p>`)}</div>`
      : html`<div class="quiet">${words.greeting}</div>`;
    return html`<li>${said}${turn.fault ? this.#fault(turn) : isSame(turn) ? this.#same(turn) : this.#both(turn)}</li>`;
  }

  #same({ new: now }: PlayedTurn) {
    return html`<div class="answer">
      ${now.map((text) => html`<p dir="auto">${text}</p>`)}
      <div class="quiet good">${icon('check-lg')}${words.sameAnswer}</div>
    </div>`;
  }

  #both(turn: PlayedTurn) {
    const pieces = wordDiff(turn.old.join('\n\n'), turn.new.join('\n\n'));
    return html`<div class="both">
      ${this.#side(this.heading, pieces, 'old', turn.old)} ${this.#side(words.now, pieces, 'new', turn.new)}
    </div>`;
  }

  #side(label: string, pieces: ReturnType<typeof wordDiff>, kind: 'old' | 'new', texts: readonly string[]) {
    const shown = pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind);
    const marked = shown.map(({ text, kind: of }) =>
      of === 'same'
        ? text
        : of === 'old'
          ? html`<del>${text.trimEnd()}</del> `
          : html`<ins>${text.trimEnd()}</ins> `,
    );
    return html`<div class="answer">
      <h3>${label}</h3>
      <p dir="auto">${texts.length > 0 ? marked : html`<span class="quiet">${words.noAnswer}</span>`}</p>
    </div>`;
  }

  #fault({ old, fault }: PlayedTurn) {
    return html`<div class="both">
      <div class="answer">
        <h3>${this.heading}</h3>
        ${old.map((text) => html`<p dir="auto">${text}</p>`)}
      </div>
      <div class="answer fault">
        <h3>${words.now}</h3>
        <p>${icon('exclamation-triangle')} ${fault?.message}</p>
        <p class="quiet">${words.faultText}</p>
      </div>
    </div>`;
  }

  #lead() {
    const { oldLead, newLead, leadFields } = this.result;
    const names = detailNames(leadFields, Object.keys({ ...oldLead, ...newLead })).filter(
      (name) => name in oldLead || name in newLead,
    );
    if (names.length === 0) return html`<p class="quiet none">${words.noLead}</p>`;
    const value = (text: string | undefined) => text ?? html`<span class="quiet">${words.missing}</span>`;
    return html`<section>
      <h2>${words.lead}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.field}</th>
            <th scope="col">${this.heading}</th>
            <th scope="col">${words.now}</th>
          </tr>
        </thead>
        <tbody>
          ${names.map((name) => {
            const differs = tidy(oldLead[name] ?? '') !== tidy(newLead[name] ?? '');
            return html`<tr class=${differs ? 'differs' : ''}>
              <th scope="row">${detailLabel(name, leadFields)}</th>
              <td dir="auto">${value(oldLead[name])}</td>
              <td dir="auto">${value(newLead[name])}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </section>`;
  }
}

customElements.define('desk-replay-turns', DeskReplayTurns);

declare global {
  interface HTMLElementTagNameMap {
    'desk-replay-turns': DeskReplayTurns;
  }
}
