/** Where a floating window would be too small to talk in: it takes the whole screen. */
const SMALL = '(max-width: 480px), (max-height: 440px)';

/**
 * Places the floating dialog. On a desktop it stands beside the page and leaves it usable; on a phone it is modal,
 * covers exactly the part the keyboard leaves free, and the page behind does not scroll.
 * @returns what undoes it
 */
export function placeDialog(dialog: HTMLDialogElement): () => void {
  if (!matchMedia(SMALL).matches) {
    // show() would move the focus, also when the chat opens by itself.
    dialog.open = true;
    return () => dialog.close();
  }
  const page = document.documentElement.style;
  const before = page.overflow;
  const view = visualViewport!;
  const cover = () => {
    dialog.style.setProperty('--top', `${view.offsetTop}px`);
    dialog.style.setProperty('--height', `${view.height}px`);
  };
  dialog.showModal();
  page.overflow = 'hidden';
  for (const change of ['resize', 'scroll']) view.addEventListener(change, cover);
  cover();
  return () => {
    for (const change of ['resize', 'scroll']) view.removeEventListener(change, cover);
    page.overflow = before;
    dialog.close();
  };
}
