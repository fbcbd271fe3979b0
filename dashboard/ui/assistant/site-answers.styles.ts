import { css } from 'lit';

export const siteAnswersStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-bottom: 16px;
  }
  .bar input {
    flex: 1;
    min-width: 180px;
  }
  .entry b {
    display: block;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .entry span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    color: var(--parlour-ink-soft);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .faulty b {
    color: var(--parlour-issue);
  }
  .form {
    display: grid;
    gap: 18px;
    padding: 16px;
  }
  .empty {
    padding: 36px 24px;
    text-align: center;
    color: var(--parlour-ink-soft);
    border: 1px dashed var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  .empty b {
    display: block;
    color: var(--parlour-ink);
  }
  .more {
    margin-top: 12px;
  }
  .part {
    margin-top: 32px;
    padding-top: 24px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  .part h3 {
    margin-bottom: 8px;
  }
`;
