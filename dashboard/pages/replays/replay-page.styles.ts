import { css } from 'lit';
import { outcomeStyles } from '../../ui/replays/outcome-chip.styles.ts';

export const replayPageStyles = [
  outcomeStyles,
  css`
    :host {
      display: block;
      max-width: 1040px;
      padding: 24px 32px 64px;
    }
    header {
      display: grid;
      gap: 8px;
      margin-bottom: 28px;
    }
    .back {
      display: inline-flex;
      align-items: center;
      justify-self: start;
      gap: 6px;
      color: var(--parlour-ink-soft);
      font-size: var(--parlour-size-xs);
      text-decoration: none;
    }
    .back:hover {
      color: var(--parlour-ink);
    }
    h1 {
      font-size: var(--parlour-size-l);
      overflow-wrap: anywhere;
    }
    .about,
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 14px;
    }
    .about {
      color: var(--parlour-ink-soft);
      font-size: var(--parlour-size-xs);
    }
    .actions {
      gap: 8px;
      margin-top: 6px;
    }
    .actions a {
      margin-inline-start: 6px;
      font-size: var(--parlour-size-xs);
    }
    .bad {
      color: var(--parlour-issue);
    }
    @media (max-width: 699px) {
      :host {
        padding: 16px 16px 48px;
      }
    }
  `,
];
