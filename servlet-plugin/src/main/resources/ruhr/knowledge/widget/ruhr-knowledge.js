/*
 * The element <ruhr-knowledge>: a widget of the Ruhr's knowledge in the page of somebody else, with its styles apart from
 * that page's. Attributes are the parameters of the widget; ruhr-knowledge.d.ts names the others.
 *
 * The widget is what the server renders for everybody. This script shows it in place, turns its links into updates in
 * place, and does nothing else: without it there is the plain link that the element contains.
 *
 * Comments and indentation are left out when it is served.
 */

// This file answers at <base>/ruhr-knowledge.js and at <base>/assets/<fingerprint>/ruhr-knowledge.js.
const BASE = new URL('.', import.meta.url).href.replace(/\/(assets\/\w+\/)?$/, '');
const PATIENCE = 10_000;

// What is no parameter of the widget. Names with a hyphen are none, either.
const OTHERS = 'widget entry caption parameters server sync loading id class style slot title hidden dir lang part role tabindex is nonce inert popover'.split(' ');

// What the server shows of an entry: its kind and its id.
const ENTRY = /^(institutions|services|contacts|stories)\/[a-z0-9-]+$/;

const WORDS = {
  de: ['Gerade nicht erreichbar.', 'Auf eigener Seite öffnen', 'Inhalte laden von', 'Erst dann erfährt dieser Server Ihre IP-Adresse.'],
  en: ['Not available right now.', 'Open on its own page', 'Load content from', 'Only then will that server learn your IP address.'],
};

// The server does not learn on which page it is shown, nor who somebody is on its own site.
const ANONYMOUS = { crossOrigin: 'anonymous', referrerPolicy: 'no-referrer' };

const elements = new Set();

// What the visitor chose in widgets that leave the address of the page alone.
let kept = new URLSearchParams();

let policy = { createHTML: html => html };

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** Returns a state in which everything is changed that a link changes: others may have changed it since the link was made. */
const changed = (state, before, after) => {
  const result = new URLSearchParams(state);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const values = after.getAll(name);
    if (String(values) !== String(before.getAll(name))) {
      result.delete(name);
      values.forEach(value => value && result.append(name, value));
    }
  }
  return result;
};

/** Tells what a control is called, so that it is found again when its address and its numbers have changed. */
const called = control =>
  (control.closest('[role=group],nav,form')?.getAttribute('aria-labelledby') ?? '')
  + (control.name || (control.querySelector('span:not([class])') ?? control).textContent).trim();

class RuhrKnowledge extends HTMLElement {
  #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #place = this.#root.querySelector('.rk-inside');
  // Hidden also while there is no style sheet.
  #status = make('p', { style: 'position:absolute;clip-path:inset(50%)' });
  #watch = new MutationObserver(() => this.#load());
  #ready = false;
  #address = '';
  // What the links were made for that are shown.
  #sent = new URLSearchParams();
  #request;
  #sight;
  #asked = false;

  constructor() {
    super();
    this.#status.setAttribute('role', 'status');
    this.#root.addEventListener('click', event => this.#click(event));
    this.#root.addEventListener('submit', event => this.#submit(event));
    if (!this.#place) {
      this.#place = make('div', { className: 'rk-inside' }, make('slot'));
      this.#root.append(this.#place);
    }
    this.#root.append(this.#status);
  }

  connectedCallback() {
    elements.add(this);
    this.#watch.observe(this, { attributes: true });
    if (this.#ready) {
      this.#load();
    } else if (this.#place.querySelector('.rk') && this.hasAttribute('sync')) {
      // The server has put the widget here already, for what the address of the page says.
      this.#ready = true;
      this.#sent = this.#chosen();
      this.#address = this.#wanted(this.#sent);
      this.#still();
    } else if (this.hasAttribute('click-to-load')) {
      this.#ask();
    } else if (this.getAttribute('loading') === 'lazy') {
      this.#sight = new IntersectionObserver(
        sights => sights.some(sight => sight.isIntersecting) && this.#begin(), { rootMargin: '300px' });
      this.#sight.observe(this);
    } else {
      this.#begin();
    }
  }

  disconnectedCallback() {
    elements.delete(this);
    this.#watch.disconnect();
    this.#sight?.disconnect();
    if (this.#request) {
      this.#request.abort();
      this.#request = null;
      this.#address = '';
    }
  }

  /** Loads what is wanted again, for example after the server could not be reached. */
  reload() {
    this.#address = '';
    this.#begin();
  }

  #begin() {
    this.#sight?.disconnect();
    this.#ready = true;
    this.#load();
  }

  /** Asks before anything is requested; the answer is not remembered. */
  #ask() {
    const words = `${this.#words[2]} ${new URL(this.#server).host}`;
    const button = make('button', { type: 'button', textContent: words, onclick: () => this.#begin() });
    this.#place.replaceChildren(make('p', {}, make('slot')), make('p', {}, button), make('p', {}, this.#words[3]));
  }

  get #server() {
    return new URL(this.getAttribute('server') || BASE, location).href.replace(/\/$/, '');
  }

  get #words() {
    return WORDS[this.#language] ?? WORDS.de;
  }

  get #language() {
    return (this.lang || this.closest('[lang]')?.lang || 'de').slice(0, 2).toLowerCase();
  }

  get #widget() {
    return this.getAttribute('widget') || 'institutions';
  }

  get #prefix() {
    const group = this.getAttribute('group') ?? '';
    return /^(?!not$)[a-z0-9-]{1,64}$/.test(group) ? `rk_${group}_` : 'rk_';
  }

  get #state() {
    return this.hasAttribute('sync') ? new URLSearchParams(location.search) : kept;
  }

  /** Returns what the visitor chose in this group of widgets; nothing else of the page's address is sent anywhere. */
  #chosen() {
    const own = this.#prefix;
    const longer = [...elements].map(it => it.#prefix).filter(prefix => prefix.length > own.length);
    return new URLSearchParams([...this.#state].filter(([name]) =>
      name.startsWith(own) && !name.endsWith('_show') && !longer.some(prefix => name.startsWith(prefix))));
  }

  /** Returns the entry that is shown instead of the list, as its kind and id. */
  #shown() {
    const [widget, ...entry] = (this.#state.get(`${this.#prefix}show`) ?? '').split('/');
    return widget === this.#widget && ENTRY.test(entry.join('/')) ? entry.join('/') : '';
  }

  #parameters() {
    const own = new URLSearchParams(this.getAttribute('parameters') ?? '');
    for (const { name, value } of this.attributes) {
      if (!OTHERS.includes(name) && /^\w+$/.test(name)) {
        own.append(name, value);
      }
    }
    const title = this.getAttribute('caption');
    title && own.append('title', title);
    own.append('lang', this.#language);
    return own;
  }

  /** Returns the address of the widget; a page of its own gets what the visitor chose without the prefix. */
  #path(way, chosen = []) {
    const entry = this.getAttribute('entry');
    const path = this.#shown() || encodeURIComponent(this.#widget);
    const one = entry && ENTRY.test(`${path}/${entry}`) ? `/${entry}` : '';
    const parameters = this.#parameters();
    entry && !one && parameters.append('id', entry);
    [...chosen].forEach(([name, value]) => parameters.append(name.replace(this.#prefix, ''), value));
    return `${this.#server}/${way}/${path}${one}?${parameters}`;
  }

  #wanted(chosen) {
    return `${this.#path('widgets')}&host=${encodeURIComponent(chosen)}`;
  }

  #say(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  async #load() {
    if (!this.#ready || !this.isConnected) {
      return;
    }
    const chosen = this.#chosen();
    const address = this.#wanted(chosen);
    if (address === this.#address) {
      return;
    }
    this.#request?.abort();
    this.#address = address;
    const request = this.#request = new AbortController();
    const timer = setTimeout(() => request.abort(), PATIENCE);
    this.#place.ariaBusy = 'true';
    try {
      const answer = await fetch(
        address, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: request.signal });
      const page = new DOMParser().parseFromString(policy.createHTML(await answer.text()), 'text/html');
      const widget = page.querySelector('.rk');
      if (!widget) {
        throw new Error(answer.status);
      }
      this.#resolve(page);
      await this.#dress(page);
      if (request === this.#request) {
        const text = (widget.querySelector('.rk-count') ?? widget.querySelector('.rk-title'))?.textContent.trim() ?? '';
        if (this.#say('rk:load', { url: address, text })) {
          this.#sent = chosen;
          this.#show(widget, text);
        }
      }
    } catch (reason) {
      if (request === this.#request) {
        this.#fail(address, reason);
      }
    }
    clearTimeout(timer);
    if (request === this.#request) {
      this.#place.ariaBusy = this.#request = null;
    }
  }

  /** Makes addresses lead to the server where they would lead to the page around us, and pictures come without cookies. */
  #resolve(page) {
    page.querySelectorAll('img').forEach(image => Object.assign(image, ANONYMOUS));
    for (const name of ['href', 'src', 'action']) {
      for (const element of page.querySelectorAll(`[${name}^="/"]`)) {
        element.setAttribute(name, new URL(element.getAttribute(name), this.#server).href);
      }
    }
  }

  /** Waits for the style sheet: nobody sees the widget without it. */
  #dress(page) {
    const link = page.querySelector('link[rel=stylesheet]');
    const worn = this.#root.querySelector('link');
    if (!link || worn?.href === link.href) {
      return;
    }
    return new Promise(done => {
      const next = make('link', { ...ANONYMOUS, rel: 'stylesheet', href: link.href, onload: done, onerror: done });
      worn ? worn.replaceWith(next) : this.#root.prepend(next);
    });
  }

  #show(widget, text) {
    const focused = this.#root.activeElement;
    const again = focused && !focused.closest('.rk-pages') ? called(focused) : null;
    const open = new Set([...this.#place.querySelectorAll('details[open]>summary')].map(called));
    this.#place.replaceChildren(widget);
    this.#still();
    for (const summary of this.#place.querySelectorAll('summary')) {
      summary.parentElement.open ||= open.has(called(summary));
    }
    if (focused) {
      const control = [...this.#place.querySelectorAll('a,button,input,summary')].find(it => called(it) === again);
      this.#goTo(control ?? this.#place.querySelector('.rk-title'));
    }
    if (this.#asked) {
      this.#status.textContent = text;
    }
    this.#asked = false;
  }

  /** The number of results is announced by a region that stays; one that comes with the news is often not heard. */
  #still() {
    this.#place.querySelectorAll('[role=status]').forEach(it => it.removeAttribute('role'));
  }

  #goTo(target) {
    if (target) {
      target.matches('a,button,input,summary,[tabindex]') || target.setAttribute('tabindex', '-1');
      target.focus();
    }
  }

  #fail(url, reason) {
    this.#address = '';
    this.#place.querySelector('.rk-problem')?.remove();
    if (this.#say('rk:error', { url, reason })) {
      const [text, open] = this.#words;
      this.#place.querySelector('.rk') || this.#place.replaceChildren(make('slot'));
      this.#place.prepend(make('p', { className: 'rk-problem' },
        `${text} `, make('a', { href: this.#path('embed', this.#chosen()), textContent: open })));
      this.#status.textContent = text;
    }
  }

  #click(event) {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const href = link.getAttribute('href');
    if (href[0] === '#') {
      event.preventDefault();
      this.#goTo(this.#root.getElementById(href.slice(1)));
    } else if (href[0] === '?') {
      this.#choose(event, href);
    } else if (href.startsWith(`${this.#server}/embed/`)) {
      const entry = new URL(href).pathname.split('/embed/')[1];
      ENTRY.test(entry) && this.#open(event, entry);
    }
  }

  #submit(event) {
    const action = event.target.getAttribute('action');
    if (action[0] === '#') {
      this.#choose(event, `?${new URLSearchParams(new FormData(event.target))}${action}`);
    }
  }

  #open(event, entry) {
    event.preventDefault();
    const state = new URLSearchParams(this.#state);
    state.set(`${this.#prefix}show`, `${this.#widget}/${entry}`);
    this.#turn(state);
  }

  /** Does what a link into the page would do if the server had made that page. */
  #choose(event, href) {
    event.preventDefault();
    const [query, hash] = href.slice(1).split('#');
    const after = new URLSearchParams(query);
    const target = hash.replace(/^rk-/, '').split('-')[0];
    const there = [this, ...elements].find(it => it.#widget === target && it.#prefix === this.#prefix);
    if (!there && target !== this.#shown().split('/')[0]) {
      // Nobody on this page shows it.
      const own = [...after].map(([name, value]) => [name.replace(this.#prefix, ''), value]);
      location.href = `${this.#server}/embed/${target}?${new URLSearchParams([...own, ['lang', this.#language]])}`;
      return;
    }
    const state = changed(this.#state, this.#sent, after);
    state.delete(`${this.#prefix}show`);
    this.#turn(state, there);
  }

  #turn(state, there = this) {
    const query = `${state}`.replaceAll('%2C', ',').replaceAll('%2F', '/');
    if (!this.#say('rk:filter', { parameters: query })) {
      return;
    }
    if (this.hasAttribute('sync')) {
      history.pushState(history.state, '', `${location.pathname}${query && '?'}${query}`);
    } else {
      kept = state;
    }
    this.#asked = true;
    elements.forEach(it => it.#load());
    there !== this && there.#goTo(there.#place.querySelector('.rk-title'));
  }

  static {
    addEventListener('popstate', () => elements.forEach(it => it.hasAttribute('sync') && it.#load()));
  }
}

/** Gives frames of ours the height that their content asks for. */
const fit = ({ data, source }) => {
  if (data?.message === 'ruhr-knowledge:height') {
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source && frame.src.startsWith(`${BASE}/embed/`)) {
        frame.height = Math.min(Math.max(+data.value || 0, 100), 20_000);
      }
    }
  }
};

if (!customElements.get('ruhr-knowledge')) {
  policy = globalThis.trustedTypes?.createPolicy('ruhr-knowledge', policy) ?? policy;
  customElements.define('ruhr-knowledge', RuhrKnowledge);
  addEventListener('message', fit);
}
