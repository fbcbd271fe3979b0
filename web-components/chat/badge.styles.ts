/** How many messages wait, on the button of the closed chat. It comes with the app, for before there is none to count. */
export const badgeStyles = /* css */ `
  [data-count] {
    position: relative;
  }
  [data-count]::after {
    content: attr(data-count);
    position: absolute;
    top: -2px;
    right: -2px;
    min-width: 20px;
    border-radius: 14px;
    background: #b22;
    color: #fff;
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }
`;
