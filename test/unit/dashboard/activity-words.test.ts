import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ActivityEntry } from '../../../backend/staff/activity/schema.ts';
import { activityTexts } from '../../../dashboard/languages/en/activity.ts';
import { activityWords } from '../../../dashboard/ui/staff/activity-words.ts';

const ana = { kind: 'staff' as const, id: 'a', name: 'Ana' };

function said(entry: Partial<ActivityEntry>): string {
  const { who, did } = activityWords({
    id: '1',
    at: '2026-01-01T00:00:00.000Z',
    actor: ana,
    action: 'staff.signed_in',
    subject: { kind: 'staff', id: 'b', name: 'Ben' },
    site: null,
    details: {},
    ...entry,
  });
  return `${who} ${did}`;
}

describe('The audit trail in words', () => {
  it('says who did what', () => {
    expect(said({})).to.equal('Ana signed in');
    expect(said({ action: 'staff.role_changed', details: { role: 'admin' } })).to.equal(
      'Ana made Ben an admin',
    );
    expect(said({ action: 'staff.renamed' })).to.equal('Ana changed the name of Ben');
    const self = { kind: 'staff', id: 'a', name: 'Ana' };
    expect(said({ action: 'staff.renamed', subject: self })).to.equal('Ana changed their name');
    const site = { kind: 'site', id: 's', name: 'Shop' };
    const details = { changed: ['widget', 'retentionDays'] };
    expect(said({ action: 'site.updated', subject: site, details })).to.equal(
      'Ana changed Shop (look and texts, retention)',
    );
  });

  it('names the person whom the server noted, and programs and visitors for what they are', () => {
    const actor = { kind: 'system' as const, id: null, name: null };
    expect(said({ actor, action: 'staff.reset_requested' })).to.equal('Ben forgot their password');
    expect(
      said({ actor, action: 'site.created', subject: { kind: 'site', id: 's', name: 'Shop' } }),
    ).to.equal('Parlour added the site Shop');
    const subject = { kind: 'session', id: 's', name: null };
    const key = { kind: 'api_key' as const, id: 'k', name: 'n8n' };
    expect(said({ actor: key, action: 'session.archived', subject })).to.equal(
      'The key n8n archived a conversation',
    );
    const bulk = { action: 'delete', changed: 12 };
    expect(said({ action: 'session.bulk_changed', subject, details: bulk })).to.equal(
      'Ana deleted 12 conversations',
    );
    const visitor = { kind: 'visitor' as const, id: null, name: null };
    expect(said({ actor: visitor, action: 'session.erased', subject })).to.equal(
      'A visitor erased their conversation',
    );
  });

  it('has a sentence for everything that the backend writes down', () => {
    const sources = readdirSync('backend', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join('backend', path), 'utf8'));
    const written = sources.flatMap((source) =>
      [...source.matchAll(/(?:action: |, by, )'([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action!),
    );
    expect(written).to.include.members(['staff.signed_in', 'label.deleted', 'site.updated']);
    expect(written.filter((action) => !(action in activityTexts.deeds))).to.deep.equal([]);
  });

  it('finds words for what it does not know, and for what is gone', () => {
    const subject = { kind: 'lead', id: 'l', name: null };
    expect(said({ action: 'lead.owner_set', subject })).to.equal('Ana owner set: a lead');
    expect(said({ action: 'staff.disabled', subject: { kind: 'staff', id: 'x', name: null } })).to.equal(
      'Ana switched a person off',
    );
  });
});
