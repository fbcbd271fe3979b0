import { expect } from 'chai';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { applyToDetail, withMessage } from '../../../dashboard/controllers/sessions/session-detail-state.ts';
import { makeLead, makeMessage, makeRow } from '../../dashboard/support/sample.ts';

const row = makeRow();
const detail: SessionDetail = {
  session: {
    ...row,
    referrer: 'https://search.example/',
    utm: {},
    locale: 'en',
    timezone: null,
    device: null,
    completedAt: null,
    completionSignal: null,
    archivedAt: null,
    archivedBy: null,
    rating: null,
  },
  lead: null,
  leadFields: [],
  messages: [makeMessage({ seq: 1 }), makeMessage({ seq: 2 })],
  notes: [],
  earlier: [],
  reviews: [],
  incidents: [],
  deliveries: [],
  spend: null,
};
const here = { sessionId: row.id, session: row };

describe('An open conversation', () => {
  it('grows by a message, and shows it once however often it is told', () => {
    const change = {
      name: 'message.created',
      data: { ...here, message: makeMessage({ seq: 3 }) },
      local: false,
    } as const;
    const once = applyToDetail(detail, change);
    expect(once.detail?.messages.map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
    expect(once.reload).to.equal(false);
    expect(applyToDetail(once.detail!, change).detail?.messages).to.have.length(3);
  });

  it('reads again when a message is missing in between', () => {
    const data = { ...here, message: makeMessage({ seq: 5 }) };
    expect(applyToDetail(detail, { name: 'message.created', data, local: false }).reload).to.equal(true);
  });

  it('keeps messages in order when they come in another', () => {
    const late = withMessage([makeMessage({ seq: 1 }), makeMessage({ seq: 3 })], makeMessage({ seq: 2 }));
    expect(late.map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
  });

  it('reads again when labels were changed and it has some', () => {
    const change = { name: 'labels.changed', data: {}, local: false } as const;
    expect(applyToDetail(detail, change)).to.deep.equal({ detail, reload: false });
    const labels = [{ id: row.id, name: 'Call back', color: 'teal' as const }];
    const labelled = { ...detail, session: { ...detail.session, labels } };
    expect(applyToDetail(labelled, change)).to.deep.equal({ detail: labelled, reload: true });
  });

  it('takes the lead from the event', () => {
    const data = { ...here, lead: makeLead(row.id, { name: 'Mia Wolf' }) };
    const step = applyToDetail(detail, { name: 'lead.updated', data, local: false });
    expect(step.detail?.lead?.name).to.equal('Mia Wolf');
    expect(step.reload).to.equal(false);
  });

  it('takes over what the row says, keeps what only the detail knows, and reads the rest', () => {
    const data = { sessionId: row.id, session: { ...row, archiveStatus: 'archived' as const } };
    const step = applyToDetail(detail, { name: 'session.archived', data, local: false });
    expect(step.detail?.session.archiveStatus).to.equal('archived');
    expect(step.detail?.session.referrer).to.equal('https://search.example/');
    expect(step.reload).to.equal(true);
  });

  it('does not read again for its own change, which the server has not seen yet', () => {
    expect(applyToDetail(detail, { name: 'session.archived', data: here, local: true }).reload).to.equal(
      false,
    );
  });

  it('is gone when it was deleted, and does not care about others', () => {
    const gone = { name: 'session.deleted', data: { sessionId: row.id }, local: false } as const;
    expect(applyToDetail(detail, gone).detail).to.equal(null);
    const other = { name: 'session.deleted', data: { sessionId: 'another' }, local: false } as const;
    expect(applyToDetail(detail, other).detail).to.equal(detail);
  });
});
