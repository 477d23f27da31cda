/** Small help for the server's pages; everything works without it. */

/* A form is sent once; a button that starts a long work says so. */
document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = 'yes';
  const words = button?.dataset.working;
  if (!words) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = words;
});

/* Back from another page: the forms can be sent again. */
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

/* An address to be copied is selected whole. */
document.addEventListener('focusin', ({ target }) => {
  if (target.matches?.('[data-select]')) target.select();
});
