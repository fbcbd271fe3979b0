/**
 * Takes secrets and personal details out of what a program says about its fault. What is left still tells the fault.
 * Strangers' texts come through here, a megabyte of them too: no pattern may begin again inside of what it has read.
 */

type Rule = [pattern: RegExp, instead: string | ((...found: string[]) => string)];

const RULES: readonly Rule[] = [
  // Authorization headers and what looks like them.
  [/\b(bearer|basic|token)\s+[\w.~+/=-]{8,}/gi, '$1 [hidden]'],
  // JSON web tokens.
  [/\beyJ[\w-]{5,}(?:\.[\w-]+)*/g, '[hidden]'],
  // Keys with the makers' prefixes: OpenAI, Stripe, Groq, GitHub, Slack, Resend, AWS, ours, Standard Webhooks.
  [/\b(sk|pk|rk|gsk|ghp|gho|xox[abp]|re|plr|plv|whsec)[-_][\w-]{8,}/g, '[hidden]'],
  [/\bAKIA[A-Z0-9]{12,}/g, '[hidden]'],
  [/\bkey[-_](?=\w*\d)[\w-]{8,}/g, '[hidden]'],
  // name=value and "name": "value" of things that are called secrets.
  [
    /((?:api[-_]?key|access[-_]?token|token|secret|password|passwd|pwd|authorization|cookie)["']?\s*[:=]\s*["']?)[^\s"'&,;}]{3,}/gi,
    '$1[hidden]',
  ],
  // User and password in a URL, and everything after its question mark.
  [/(https?:\/\/)[^\s/@]+@/gi, '$1[hidden]@'],
  [/(https?:\/\/[^\s?"'<>]+)(\?)?[^\s"'<>]*/gi, (_, place, asks) => (asks ? `${place}?[hidden]` : place!)],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  // Phone numbers: eight digits or more with a plus or the usual separators; ids and times stay.
  [/\+\d[\d ()/.-]{6,}\d/g, '[phone]'],
];

export function redact(text: string): string {
  return RULES.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead as string), text);
}
