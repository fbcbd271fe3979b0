import type { WidgetConfig } from '../../backend/visitor/schema.ts';
import type { Texts } from '../texts.ts';

/** What the app needs from `<parlour-chat>`, the element the loader defines. */
export interface ChatHost extends HTMLElement {
  readonly key: string;
  /** The backend's address, ending with a slash. */
  readonly base: string;
  readonly inline: boolean;
  /** The page's own title of the chat. */
  readonly heading?: string;
  /** The button of the closed chat. */
  readonly launch?: HTMLElement;
  /** The texts the page has replaced. */
  readonly words: Partial<Texts>;
  /** Gives a signed token that says who is signed in on the website. */
  readonly identity?: () => Promise<string | undefined>;
  /** The site's settings; nothing when the loader could not get them. */
  readonly config: Promise<WidgetConfig | undefined>;
  /** Takes on the site's look. */
  takeLook(config: WidgetConfig): void;
  close(): void;
}
