/** Every "Talk to us" opens the chat in the corner. */
for (const button of document.querySelectorAll('.talk'))
  button.addEventListener('click', () => document.querySelector('parlour-chat')?.open());
