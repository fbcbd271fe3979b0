import { css } from 'lit';

/** Stands in a section of the settings and looks like its neighbours. */
export const notificationSettingsStyles = css`
  :host {
    display: grid;
    gap: 16px;
    justify-items: start;
  }
  h2 {
    margin-bottom: 2px;
    font-size: var(--parlour-size-s);
  }
  p {
    max-width: 62ch;
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
  }
  .problem {
    color: var(--parlour-waiting);
  }
`;
