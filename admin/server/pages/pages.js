/**
 * Small help for the server's pages; everything works without it. It runs before the page is drawn, so
 * that nothing moves.
 */

/* On a phone the menu is folded: one row above the page instead of four. */
document.documentElement.classList.add('folds');
document.addEventListener('click', ({ target }) => {
  const button = target.closest('.menu-button');
  if (!button) return;
  const isOpen = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', isOpen);
});

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

/* Who writes words that join two versions means them, whichever was chosen before. */
document.addEventListener('input', ({ target }) => {
  if (!target.name?.startsWith('ghep-')) return;
  const choice = target.form.elements[target.name.replace('ghep-', 'chon-')];
  choice.value = 'words';
});

/* “08:00 24/12/2026”, as the pages write it, of “2026-12-24T08:00”. */
function spokenMoment(value) {
  const [day, time] = value.split('T');
  return `${time} ${day.split('-').reverse().join('/')}`;
}

/* Of a comment and a better sentence, one is needed. */
document.addEventListener('click', ({ target }) => {
  const { note, suggestion } = target.form?.elements ?? {};
  if (suggestion) note.required = suggestion.value === suggestion.defaultValue;
});

/* What a field lacks is said in Vietnamese, whatever language the browser speaks. */
function lackOf({ type, validity, minLength, min, max, dataset }) {
  if (validity.valueMissing) {
    if (dataset.lack) return dataset.lack;
    if (type === 'checkbox') return 'Hãy đánh dấu vào ô này.';
    return type === 'radio' ? 'Hãy chọn một trong các ô này.' : 'Hãy điền ô này.';
  }
  if (validity.tooShort) return `Hãy viết ít nhất ${minLength} ký tự.`;
  if (validity.typeMismatch && type === 'email') return 'Hãy ghi địa chỉ thư như ten@vi-du.vn.';
  if (type === 'datetime-local') {
    if (validity.rangeUnderflow) return `Hãy chọn từ ${spokenMoment(min)} trở đi.`;
    if (validity.rangeOverflow) return `Hãy chọn đến ${spokenMoment(max)} là cùng.`;
  }
  if (validity.rangeUnderflow) return `Ít nhất là ${min}.`;
  if (validity.rangeOverflow) return `Nhiều nhất là ${max}.`;
  return 'Ô này chưa đúng dạng. Hãy xem lại.';
}
document.addEventListener(
  'invalid',
  ({ target }) => {
    target.setCustomValidity('');
    if (!target.validity.valid) target.setCustomValidity(lackOf(target));
  },
  { capture: true },
);
/* Put right, it is asked anew. */
for (const change of ['input', 'change']) {
  document.addEventListener(change, ({ target }) => {
    const form = target.form;
    for (const field of form?.elements ?? []) field.setCustomValidity?.('');
  });
}
