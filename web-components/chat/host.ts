import type { WidgetConfig } from '../../backend/visitor/schema.ts';
import type { ReplacedTexts } from '../texts.ts';

/** What the app needs from `<parlour-chat>`, the element the loader defines. */
export interface ChatHost extends HTMLElement {
  readonly key: string;
  /** The backend's address, ending with a slash. */
  readonly base: string;
  readonly inline: boolean;
  /** The page's own title of the chat, which no longer stands in the element's attribute. */
  heading: string;
  /** The button of the closed chat. */
  readonly launch?: HTMLElement;
  /** The texts the page has replaced. */
  readonly words: ReplacedTexts;
  /** Gives a signed token that says who is signed in on the website. */
  readonly identity?: () => Promise<string | undefined>;
  /** The chat's language, as the page or the site names it. */
  readonly locale: string;
  /** The site's settings; nothing when the loader could not get them. */
  readonly config: Promise<WidgetConfig | undefined>;
  /** Takes on the site's look. */
  takeLook(config: WidgetConfig): void;
  close(): void;
}
