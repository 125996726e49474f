/*
 * For the embed builder, which works without it: shows a choice at once instead of after a press of the button, and
 * copies code.
 *
 * Comments and indentation are left out when it is served.
 */
const form = document.querySelector('.rkb-form');
const status = document.querySelector('main > [role=status]');
let last = 0;

const reveal = () => document.querySelectorAll('[data-rkb-copy]').forEach(button => button.hidden = false);

/** Puts what the server makes of the choice in place of what is there; the form itself stays as it is. */
const show = async () => {
  const turn = ++last;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const result = page.querySelector('.rkb-result');
    if (result && turn === last) {
      const open = new Set([...document.querySelectorAll('.rkb-code[open] textarea')].map(it => it.id));
      result.querySelectorAll('.rkb-code').forEach(it => it.open = open.has(it.querySelector('textarea').id));
      document.querySelector('.rkb-result').replaceWith(result);
      history.replaceState(null, '', address);
      status.textContent = status.dataset.rkbShown;
      reveal();
    }
  } catch {
    // The button is still there.
  }
};

const copy = async text => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    document.execCommand('copy');
  }
  status.textContent = '';
  status.textContent = status.dataset.rkbCopied;
};

form.addEventListener('change', event => {
  // The language is that of the page, too.
  event.target.name === 'lang' ? form.submit() : show();
});
document.addEventListener('click', event => {
  const button = event.target.closest('[data-rkb-copy]');
  button && copy(document.getElementById(button.dataset.rkbCopy));
});
reveal();
