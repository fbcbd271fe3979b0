/**
 * Puts the chosen theme on the page before anything is painted. A tiny blocking file of its own, because the
 * Content-Security-Policy allows no inline script and the app arrives later.
 */
try {
  const chosen = localStorage.getItem('parlour.theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
} catch {
  // No storage, no choice: the system's theme it is.
}
