/**
 * The icons we use, out of Shoelace's Bootstrap Icons. The build puts exactly these into one sprite, so that the list
 * paints its icons with one small file instead of one request each.
 */
import { html, type TemplateResult } from 'lit';

export const iconNames = [
  'archive',
  'arrow-down',
  'arrow-left',
  'arrow-up',
  'box-arrow-in-down',
  'box-arrow-right',
  'chat-square-text',
  'check-circle',
  'check-lg',
  'chevron-down',
  'chevron-right',
  'clock-history',
  'envelope',
  'key',
  'laptop',
  'lock',
  'people',
  'person-plus',
  'phone',
  'circle',
  'cloud-slash',
  'copy',
  'exclamation-triangle',
  'eye',
  'eye-slash',
  'flag',
  'gear',
  'globe2',
  'hourglass-split',
  'inbox',
  'info-circle',
  'kanban',
  'keyboard',
  'messenger',
  'moon',
  'patch-check',
  'person',
  'stars',
  'sun',
  'tools',
  'trash3',
  'x-lg',
  'circle-half',
  'dash-circle',
  'arrow-counterclockwise',
  'trash',
  'three-dots',
  'tag',
  'search',
  'printer',
  'plus-lg',
  'pencil',
  'link-45deg',
  'funnel',
  'download',
  'person-vcard',
  'slash-circle',
  'bar-chart',
  'shield-lock',
  'send',
] as const;

export type IconName = (typeof iconNames)[number];

/** Names that Shoelace's own elements ask for, and ours that draw them. */
export const systemIcons: Record<string, IconName> = {
  check: 'check-lg',
  'chevron-down': 'chevron-down',
  'chevron-right': 'chevron-right',
  eye: 'eye',
  'eye-slash': 'eye-slash',
  'x-lg': 'x-lg',
};

/** An icon; with a label it speaks for itself, without one it decorates the words beside it. */
export function icon(name: IconName, label = ''): TemplateResult {
  return html`<sl-icon name=${name} label=${label}></sl-icon>`;
}
