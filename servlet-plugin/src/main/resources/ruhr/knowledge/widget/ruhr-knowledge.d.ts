/**
 * The element `<ruhr-knowledge>`: a widget of the Ruhr's knowledge in any page.
 *
 * ```html
 * <ruhr-knowledge widget="services" topic="start-ups" lang="en">
 *   <a href="https://example.org/ruhr-knowledge/embed/services?topic=start-ups&amp;lang=en">Services on start-ups</a>
 * </ruhr-knowledge>
 * ```
 *
 * Attributes with other names than these are parameters of the widget: filters such as `topic` and `city`, `limit`, `sort`,
 * `view`, `compact`, `fields`, `heading`, `theme`. What the element contains is shown until the widget is there, and where
 * there is no script.
 */
export interface RuhrKnowledgeAttributes {
  /** Which widget; `institutions` if it is left out. */
  widget?: 'focus' | 'institutions' | 'services' | 'contacts' | 'stories' | 'figures' | 'filter' | 'finder' | 'map';
  /** The id of one entry, or of a focus page. */
  entry?: string;
  /** The heading of the widget, instead of its usual one. */
  caption?: string;
  /** Parameters of the widget as in an address, beside those that have attributes: `topic=start-ups&limit=5`. */
  parameters?: string;
  /** The language; otherwise that of the page, German if the page says nothing. */
  lang?: string;
  /** Where the plugin answers, if this script does not come from there. */
  server?: string;
  /** Widgets of one group, also of none, follow each other. */
  group?: string;
  /** Keeps what the visitor chose in the address of the page, as `rk_topic=…`, and restores it on Back. */
  sync?: boolean | '';
  /** `lazy`: nothing is requested before the widget is nearly in sight. */
  loading?: 'lazy' | 'eager';
  /** Nothing is requested before the visitor says so; nothing of it is remembered. */
  'click-to-load'?: boolean | '';
}

/** Before a choice of the visitor takes effect; cancelled, it does not. */
export type FilterEvent = CustomEvent<{
  /** What is chosen then, as in the address of a page: `rk_topic=start-ups`. */
  parameters: string;
}>;

/** A widget has come and is about to be shown; cancelled, it is not. */
export type LoadEvent = CustomEvent<{
  url: string;
  /** The number of results as a sentence, or the title of the widget. */
  text: string;
}>;

/** A widget did not come; cancelled, the element says nothing about it. */
export type ErrorEvent = CustomEvent<{ url: string; reason: unknown }>;

export interface RuhrKnowledgeElement extends HTMLElement {
  /** Loads the widget again. */
  reload(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'ruhr-knowledge': RuhrKnowledgeElement;
  }
  interface GlobalEventHandlersEventMap {
    'rk:filter': FilterEvent;
    'rk:load': LoadEvent;
    'rk:error': ErrorEvent;
  }
}
