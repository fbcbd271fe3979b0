/**
 * How mails look: the same family as widget and dashboard (web-components/tokens.styles), written out, as mail
 * programs know no variables.
 */
import type { Tone } from './mail.ts';

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";

const light = {
  canvas: '#f8f6f2',
  surface: '#fffefb',
  sunken: '#f2eee8',
  line: '#e6e0d8',
  ink: '#26221d',
  soft: '#5c544b',
  faint: '#6f665d',
  accent: '#0d655f',
  onAccent: '#ffffff',
};
const dark: typeof light = {
  canvas: '#161412',
  surface: '#1e1b19',
  sunken: '#2c2825',
  line: '#3a3531',
  ink: '#f4f0ea',
  soft: '#c2b9ae',
  faint: '#a89e93',
  accent: '#3aa99e',
  onAccent: '#0a1f1d',
};
/** Words on their soft ground, light and dark. */
const tones: Record<Tone, readonly [ink: string, ground: string, darkInk: string, darkGround: string]> = {
  plain: ['#5c544b', '#f2eee8', '#c2b9ae', '#2c2825'],
  passed: ['#1d6b40', '#e3f1e7', '#7fcf9d', '#1c3226'],
  waiting: ['#855000', '#fbeed4', '#ecbb62', '#3a2c12'],
  issue: ['#ad2a22', '#fbe6e2', '#f59a90', '#43211d'],
  fixed: ['#6544ad', '#eee8f9', '#bfa6f2', '#31274a'],
};

const WRAP = 'overflow-wrap:anywhere;word-break:break-word;';

const looks = {
  body: `margin:0;padding:0;background-color:${light.canvas};${FONT}-webkit-text-size-adjust:100%;`,
  preview: 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;',
  page: `background-color:${light.canvas};${FONT}`,
  around: 'padding:28px 16px 40px;',
  column: 'max-width:560px;margin:0 auto;table-layout:fixed;',
  brand: `padding:0 4px 12px;color:${light.soft};font-size:14px;line-height:20px;font-weight:600;`,
  card: `padding:28px;background-color:${light.surface};border:1px solid ${light.line};border-radius:14px;`,
  badgeLine: 'margin:0 0 12px;line-height:22px;',
  heading: `margin:0 0 16px;color:${light.ink};font-size:20px;line-height:28px;font-weight:600;${WRAP}`,
  text: `margin:0 0 16px;color:${light.ink};font-size:16px;line-height:24px;${WRAP}`,
  who: `margin:0 0 4px;color:${light.soft};font-size:13px;line-height:20px;${WRAP}`,
  quoteFrame: 'margin:0 0 16px;table-layout:fixed;',
  quote: `padding:12px 16px;background-color:${light.sunken};border-radius:14px;color:${light.ink};font-size:16px;line-height:24px;${WRAP}`,
  facts: 'margin:0 0 16px;table-layout:fixed;',
  label: `width:128px;padding:4px 12px 4px 0;color:${light.soft};font-size:14px;line-height:22px;${WRAP}`,
  value: `padding:4px 0;color:${light.ink};font-size:14px;line-height:22px;${WRAP}`,
  figures: 'margin:0 0 16px;border-collapse:collapse;',
  th: `padding:6px 0 6px 12px;color:${light.soft};font-size:13px;line-height:18px;font-weight:400;vertical-align:bottom;border-bottom:1px solid ${light.line};`,
  td: `padding:8px 0 8px 12px;color:${light.ink};font-size:14px;line-height:20px;font-variant-numeric:tabular-nums;border-bottom:1px solid ${light.line};${WRAP}`,
  buttonFrame: 'margin:24px 0 0;',
  buttonCell: `background-color:${light.accent};border-radius:6px;`,
  button: `display:inline-block;padding:11px 20px;background-color:${light.accent};border-radius:6px;color:${light.onAccent};font-size:16px;line-height:22px;font-weight:600;text-decoration:none;`,
  more: 'margin:14px 0 0;font-size:14px;line-height:22px;',
  link: `color:${light.accent};text-decoration:underline;`,
  footer: `padding:16px 4px 0;color:${light.faint};font-size:13px;line-height:20px;${WRAP}`,
} as const;

export const cssOf = (name: keyof typeof looks): string => looks[name];

const badge = Object.fromEntries(
  Object.entries(tones).map(([tone, [ink, ground]]) => [
    tone,
    `display:inline-block;padding:1px 10px;border-radius:999px;background-color:${ground};color:${ink};font-size:13px;line-height:20px;font-weight:600;`,
  ]),
) as Record<Tone, string>;

export const styles = { badge };

const darkBadges = Object.entries(tones)
  .map(
    ([tone, [, , ink, ground]]) =>
      `.badge-${tone}{background-color:${ground}!important;color:${ink}!important}`,
  )
  .join('');

/** What a mail program that reads style sheets does differently: in the dark, and on a phone. */
export const darkStyles =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  '@media(max-width:480px){.card{padding:20px!important}.around{padding:20px 12px 32px!important}.label{width:96px!important}}' +
  '@media(prefers-color-scheme:dark){' +
  `.canvas{background-color:${dark.canvas}!important}` +
  `.card{background-color:${dark.surface}!important;border-color:${dark.line}!important}` +
  `.ink{color:${dark.ink}!important}.soft{color:${dark.soft}!important}.faint{color:${dark.faint}!important}` +
  `.quote{background-color:${dark.sunken}!important}.line{border-color:${dark.line}!important}` +
  `.button{background-color:${dark.accent}!important;color:${dark.onAccent}!important}` +
  `.link{color:#5cc4b8!important}${darkBadges}}`;
