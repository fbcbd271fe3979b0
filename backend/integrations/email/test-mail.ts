/** A mail to a site's receivers now, and in plain words how that went. */
import { randomUUID } from 'node:crypto';
import type { Site } from '../../models/site.ts';
import { normalEmail } from '../../staff/email.ts';
import { marksOf } from '../../staff/mail-marks.ts';
import type { TestAnswer } from '../../trials/schema.ts';
import { type MailTexts, textsFor } from './languages/index.ts';
import { type Mail, oneLine } from './mail.ts';
import { sendByResend } from './resend.ts';
import { draw, type EmailDeps, refusal } from './send.ts';

const PATIENCE_MS = 15_000;

/** @param site as stored, or as a draft would make it */
export async function sendTestMail(deps: EmailDeps, site: Site): Promise<TestAnswer> {
  const { to = [] } = (site.integrations.email ?? {}) as { to?: string[] };
  const addresses = [...new Set(to.flatMap((address) => normalEmail(address) ?? []))];
  if (addresses.length === 0) return { ok: false, message: 'Enter at least one address first.' };
  if (!deps.mail.resendApiKey)
    return {
      ok: false,
      message:
        'Mail is not set up yet: RESEND_API_KEY is missing. Until then mails are kept in the outbox, where you can read them.',
    };
  const marks = await marksOf(deps.database, addresses, deps.addressKey);
  const problems: string[] = [];
  const sent: string[] = [];
  for (const address of addresses) {
    const mark = marks.get(address);
    const problem = mark ? refusal(mark.kind) : await sendOne(deps, site, address);
    if (problem) problems.push(`${address}: ${problem}`);
    else sent.push(address);
  }
  const arrived = sent.length > 0 ? `Sent to ${sent.join(', ')}. Look there, also in the spam folder.` : '';
  return { ok: problems.length === 0, message: [arrived, ...problems].filter(Boolean).join(' ') };
}

/** @returns what went wrong, or nothing */
async function sendOne(
  { database, mail: config, publicUrl }: EmailDeps,
  site: Site,
  address: string,
): Promise<string | null> {
  const mail = testMail(site, await textsFor(database, [address], site.locale));
  const drawn = draw(mail, [address], publicUrl, { event: 'test' });
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const result = await sendByResend(config, drawn, `test/${randomUUID()}`, signal);
    return result.ok ? null : result.error;
  } catch {
    return 'Resend could not be reached. Check the network, and RESEND_BASE_URL if it is set.';
  }
}

function testMail(site: Site, { locale, trial, links }: MailTexts): Mail {
  const name = oneLine(site.name, 80);
  return {
    language: locale,
    subject: trial.subject(name),
    preview: trial.heading,
    badge: { tone: 'passed', word: trial.badge },
    heading: trial.heading,
    blocks: [{ kind: 'text', text: trial.text(name) }],
    action: { label: links.parlour, path: '/dashboard/conversations' },
    reason: trial.reason(name),
  };
}
