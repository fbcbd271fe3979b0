import { expect } from 'chai';
import type { DeliveryView } from '../../../../backend/deliveries/schema.ts';
import type { Invited } from '../../../../backend/staff/people/schema.ts';
import type { SentMail } from '../../../support/fakes/resend.ts';
import { call } from '../../../support/http-client.ts';
import { confirm, tokenOf } from '../../../support/people.ts';
import { until } from '../../../support/until.ts';
import { MailDesk } from './support.ts';

describe('mail to people of the team', () => {
  let desk: MailDesk;

  before(async () => {
    desk = await MailDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  it('invites by mail, with a link that works beside the one the admin was shown, and not after it', async () => {
    const invite = (email: string) =>
      desk.parlour.admin.post<Invited>('/api/v1/users', { email, name: 'Cleo Park', role: 'agent' });
    const { inviteUrl } = await invite('cleo@example.com');
    const link = linkIn(await desk.mailTo('cleo@example.com'));
    expect(link).to.not.equal(inviteUrl);
    expect((await confirm(desk.parlour.url, tokenOf(link), 'a red kite over hills')).status).to.equal(200);
    expect((await confirm(desk.parlour.url, tokenOf(inviteUrl), 'a red kite over hills')).status).to.equal(
      422,
    );
    const { inviteUrl: shown } = await invite('dora@example.com');
    const mailed = linkIn(await desk.mailTo('dora@example.com'));
    expect((await confirm(desk.parlour.url, tokenOf(shown), 'a red kite over hills')).status).to.equal(200);
    expect((await confirm(desk.parlour.url, tokenOf(mailed), 'a red kite over hills')).status).to.equal(422);
    // Trying the old mail again must not bring its link back to life.
    const [delivery] = (
      await desk.parlour.admin.get<{ items: DeliveryView[] }>('/api/v1/deliveries?event=staff.invited')
    ).items;
    await desk.parlour.admin.call(`/api/v1/deliveries/${delivery!.id}/retry`, { method: 'POST' });
    await until(async () => (await desk.detail(delivery!.id)).attempts === 2, 'the second try');
    await until(async () => (await desk.detail(delivery!.id)).status === 'delivered', 'its end');
    expect((await confirm(desk.parlour.url, tokenOf(mailed), 'a red kite over hills')).status).to.equal(422);
    expect(desk.resend.to('dora@example.com')).to.have.length(1);
  });

  it('sends a link for a new password to the person alone, the same over every try', async () => {
    desk.resend.faults = ['cut'];
    await call(`${desk.parlour.url}/api/v1/auth/reset`, {
      json: { email: desk.ben.email },
      headers: { origin: desk.parlour.url },
    });
    const link = linkIn(await desk.mailTo(desk.ben.email));
    await desk.makeDue();
    await until(async () => {
      const { items } = await desk.parlour.admin.get<{ items: DeliveryView[] }>(
        '/api/v1/deliveries?event=staff.reset_requested',
      );
      if (items[0]!.status === 'failed') await desk.makeDue();
      return items[0]!.status === 'delivered' && items[0]!.attempts > 1;
    }, 'the try after the cut');
    expect(desk.resend.mails).to.have.length(1);
    expect(link).to.match(/for=reset$/);
    expect((await confirm(desk.parlour.url, tokenOf(link), 'nine grey geese at dusk')).status).to.equal(200);
    expect((await confirm(desk.parlour.url, tokenOf(link), 'nine grey geese at dawn')).status).to.equal(422);
  });

  it('writes in the language somebody reads the dashboard in, and to others in the site’s', async () => {
    const { parlour } = desk;
    await desk.ana.client.call('/api/v1/auth/me', { headers: { 'accept-language': 'fr-CA' } });
    const site = await parlour.createSite({
      locale: 'de-AT',
      integrations: { email: { to: [desk.ana.email, 'buero@example.com'] } },
    } as never);
    await desk.completedLead(site.key);
    const [read, unknown] = await Promise.all([
      desk.mailTo(desk.ana.email),
      desk.mailTo('buero@example.com'),
    ]);
    expect(read.subject).to.equal('Nouveau prospect : Mara Vogel');
    expect(read.html).to.include('<html lang="fr"').and.to.include('Lire la conversation');
    expect(unknown.subject).to.equal('Neuer Lead: Mara Vogel');
    expect(unknown.text).to.include('Gespräch lesen');
  });

  it('tries the settings for real and says in plain words how it went', async () => {
    const test = (json?: unknown) =>
      desk.parlour.admin.post<{ ok: boolean; message: string }>(
        `/api/v1/sites/${desk.site.id}/test/email`,
        json,
      );
    expect(await test()).to.deep.equal({
      ok: true,
      message: 'Sent to team@example.com. Look there, also in the spam folder.',
    });
    const draft = await test({ patch: { integrations: { email: { to: ['new@example.com'] } } } });
    expect(draft.ok).to.equal(true);
    expect(desk.resend.to('new@example.com')).to.have.length(1);
    desk.resend.faults = [{ status: 403, name: 'validation_error', message: 'The domain is not verified.' }];
    const refused = await test();
    expect(refused.ok).to.equal(false);
    expect(refused.message).to.match(
      /MAIL_FROM is of a verified domain. It says: The domain is not verified/,
    );
    expect((await test({ patch: { integrations: { email: { to: [] } } } })).message).to.match(
      /at least one address/,
    );
  });
});

const linkIn = ({ text }: SentMail) => /https?:\S+set-password\S+/.exec(text)![0];
