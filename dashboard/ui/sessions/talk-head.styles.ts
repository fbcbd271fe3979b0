import { css } from 'lit';

/** The head of a conversation: on a phone the way back, then whose it is, and on which page it began. */
export const talkHead = css`
  .back {
    display: none;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    margin-inline: -8px -8px;
    border-radius: var(--parlour-radius);
    color: inherit;
    font-size: 18px;
  }
  @media (max-width: 799px) {
    .back {
      display: grid;
    }
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  h1,
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1 {
    font-size: var(--parlour-size-m);
    unicode-bidi: plaintext;
  }
  .page {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .page a {
    color: inherit;
  }
`;
