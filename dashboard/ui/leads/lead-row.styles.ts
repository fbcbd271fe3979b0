import { css } from 'lit';

/** The columns of the wide list, which its head shares. */
export const leadColumns = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(200px, 2.2fr) 128px 104px minmax(90px, 1fr) minmax(120px, 1.4fr) 84px;
    gap: 16px;
    align-items: center;
    padding-inline: 24px;
  }
`;

export const leadRowStyles = css`
  a {
    min-height: 58px;
    padding-block: 8px;
  }
  .who {
    min-width: 0;
  }
  .name,
  .reach,
  .cell {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    text-align: left;
  }
  .name {
    font-weight: var(--parlour-weight-bold);
  }
  .reach,
  .cell,
  .when {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .site {
    color: var(--parlour-ink-faint);
  }
  .when {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* Beside an open lead, and on a phone: two lines. */
  @container leads (max-width: 799px) {
    a.columns {
      grid-template: 'who when' auto 'marks marks' auto / minmax(0, 1fr) auto;
      gap: 4px 12px;
      padding: 10px 16px 11px;
    }
    .when {
      grid-area: when;
      align-self: start;
      line-height: 21px;
    }
    .state {
      grid-area: marks;
    }
    .score {
      grid-area: marks;
      justify-self: end;
    }
    .owner,
    .source {
      display: none;
    }
  }
`;
