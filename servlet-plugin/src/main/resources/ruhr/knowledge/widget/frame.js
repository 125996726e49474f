/*
 * For pages of ours inside a frame: tells the page around it how high the content is, and opens outside what cannot be
 * opened inside. WordPress gives such a frame a secret in its address and listens to messages that repeat it; its sandbox
 * sends no forms, opens no windows, and leads nowhere but to other pages in the same frame.
 *
 * Comments and indentation are left out when it is served.
 */
(() => {
  if (parent === self) {
    return;
  }
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
  const isSandboxed = self.origin === 'null';
  const base = location.href.split('/embed/')[0];
  const tell = (message, value) => parent.postMessage({ message, value, secret }, '*');

  const measure = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    tell('height', height);
    tell('ruhr-knowledge:height', height);
  };
  // An address keeps the secret only if every link of ours repeats it.
  const inside = address => secret ? `${address.split('#')[0]}#?secret=${secret}` : address;

  document.querySelectorAll('[data-rk-framed]').forEach(element => element.hidden = false);
  // A frame that is out of sight is not told of changes of size, and WordPress hides it until it hears one.
  measure();
  addEventListener('load', measure);
  new ResizeObserver(measure).observe(document.documentElement);
  addEventListener('message', ({ data }) => data?.message === 'ready' && measure());

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    const form = event.target.closest('[type=submit]')?.form;
    if (link && !event.defaultPrevented) {
      const href = link.getAttribute('href');
      const leaves = link.target === '_top' || !link.href.startsWith(`${base}/embed/`);
      if (href[0] === '#' || !/^https?:/.test(link.href)) {
        return;
      }
      if (!leaves) {
        link.href = inside(link.href);
      } else if (isSandboxed) {
        event.preventDefault();
        // Only addresses of the frame's own host are followed: from our page a visitor gets anywhere.
        tell('link', link.host === location.host ? link.href : location.href.split('#')[0]);
      } else {
        link.target = '_top';
      }
    } else if (form && isSandboxed) {
      event.preventDefault();
      location.href = inside(`${form.action}?${new URLSearchParams(new FormData(form))}`);
    }
  });
})();
