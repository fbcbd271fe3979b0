/** Something that is held up until it is let go, however late it comes: a gate that was opened before lets it pass. */
export interface Gate {
  wait: Promise<void>;
  open: () => void;
}

export function gate(): Gate {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open };
}
