/** Facebook's events in words: what stands in the transcript. Nothing that is attached is ever fetched. */
import type { MessengerEvent, Referral } from './schema.ts';

const TEXT_MAX = 20_000;

const ATTACHED: Readonly<Record<string, string>> = {
  image: '[picture]',
  audio: '[voice message]',
  video: '[video]',
  file: '[file]',
  sticker: '[sticker]',
  location: '[location]',
  fallback: '[shared link]',
  template: '[card]',
};

/** What was said; empty when nothing was. A pressed button says its title. */
export function textOf({ message, postback }: MessengerEvent): string {
  if (postback) return clean(postback.title ?? postback.payload);
  const attached = (message?.attachments ?? []).map(({ type }) => ATTACHED[type ?? ''] ?? '[attachment]');
  return [clean(message?.text), ...attached].filter(Boolean).join('\n');
}

const clean = (text: unknown) => (typeof text === 'string' ? text.trim().slice(0, TEXT_MAX) : '');

export const referralOf = ({ message, postback, referral }: MessengerEvent): Referral | undefined =>
  referral ?? postback?.referral ?? message?.referral;

/** Where the person came from, in the words that web visits have for it. */
export function utmOf({ ref, source, ad_id: ad }: Referral): Record<string, string> {
  const short = (text: unknown) => (typeof text === 'string' && text ? text.slice(0, 200) : undefined);
  const utm = {
    source: 'facebook',
    medium: ad || source === 'ADS' ? 'ad' : 'referral',
    campaign: short(ref),
    content: short(ad),
  };
  return Object.fromEntries(Object.entries(utm).filter(([, value]) => value)) as Record<string, string>;
}
