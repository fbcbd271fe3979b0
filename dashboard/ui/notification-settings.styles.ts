import { css } from 'lit';

/** Stands in a section of the settings and looks like its neighbours. */
export const notificationSettingsStyles = css`
  :host {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  h2 {
    font-size: var(--parlour-size-s);
  }
  p {
    color: var(--parlour-ink-soft);
  }
  .problem {
    color: var(--parlour-waiting);
  }
`;
