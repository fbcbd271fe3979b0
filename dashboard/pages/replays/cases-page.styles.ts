import { css } from 'lit';
import { outcomeStyles } from '../../ui/replays/outcome-chip.styles.ts';
import { settingsSection } from '../../ui/settings.styles.ts';

export const casesPageStyles = [
  settingsSection,
  outcomeStyles,
  css`
    :host {
      max-width: 940px;
      padding: 28px 32px 64px;
    }
    header {
      margin-bottom: 28px;
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      margin-bottom: 8px;
      color: var(--parlour-ink-soft);
      font-size: var(--parlour-size-xs);
      text-decoration: none;
    }
    .back:hover {
      color: var(--parlour-ink);
    }
    h1 {
      font-size: var(--parlour-size-l);
    }
    header p {
      margin-top: 4px;
      max-width: 62ch;
      color: var(--parlour-ink-soft);
      text-wrap: pretty;
    }
    section {
      margin-bottom: 32px;
    }
    .head {
      align-items: center;
      justify-content: start;
      gap: 8px 12px;
      margin-bottom: 10px;
    }
    .head h2 {
      margin: 0;
    }
    .run {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-inline-start: auto;
      color: var(--parlour-ink-soft);
      font-size: var(--parlour-size-xs);
    }
    .bad {
      color: var(--parlour-issue);
    }
    .rows > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: 4px 12px;
      padding: 12px 8px 12px 20px;
    }
    .case {
      display: grid;
      gap: 2px;
    }
    .case a {
      justify-self: start;
      color: var(--parlour-ink);
      overflow-wrap: anywhere;
    }
    .last {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: 2px 12px;
    }
    .see {
      font-size: var(--parlour-size-xs);
    }
    @media (max-width: 699px) {
      :host {
        padding: 20px 16px 48px;
      }
      .rows > li {
        grid-template-columns: minmax(0, 1fr) auto;
        padding-inline-start: 16px;
      }
      .last {
        grid-row: 2;
        justify-content: start;
      }
    }
  `,
];
