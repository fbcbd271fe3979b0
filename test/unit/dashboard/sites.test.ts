import { expect } from 'chai';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { nextVersion } from '../../../dashboard/controllers/sites/consent-version.ts';
import {
  asksForContact,
  freeName,
  moved,
  standardField,
} from '../../../dashboard/controllers/sites/lead-fields.ts';
import {
  applyPatch,
  diffPatch,
  pathsOf,
  withValue,
} from '../../../dashboard/controllers/sites/merge-patch.ts';
import { missingTwins, originOf, readOrigins } from '../../../dashboard/controllers/sites/origins.ts';
import { contrast } from '../../../dashboard/ui/sites/contrast.ts';
import { chatLink, iframeTag } from '../../../dashboard/ui/sites/embed-codes.ts';
import { onAccent } from '../../../web-components/colour.ts';

describe('Addresses as people paste them', () => {
  it('are reduced to what a browser calls the origin, and said so', () => {
    const { origins, notes, problem } = readOrigins(
      'https://Acme.example/pricing?x=1\nacme.example, http://localhost:8080',
    );
    expect(origins).to.deep.equal(['https://acme.example', 'http://localhost:8080']);
    expect(notes[0]).to.contain('https://Acme.example/pricing?x=1 became https://acme.example');
    expect(problem).to.equal('');
  });

  it('that need no change are taken without a word', () => {
    expect(readOrigins('https://acme.example\nhttps://acme.example/').notes).to.deep.equal([]);
  });

  it('that are none are named', () => {
    for (const text of ['acme', '*.acme.example', 'ftp://acme.example', 'javascript:alert(1)'])
      expect(readOrigins(text).problem, text).to.contain(text);
    expect(originOf('')).to.equal(null);
  });

  it('may lack their twin with or without www', () => {
    expect(missingTwins(['https://acme.example'])).to.deep.equal(['https://www.acme.example']);
    expect(missingTwins(['https://www.acme.example'])).to.deep.equal(['https://acme.example']);
    expect(missingTwins(['https://acme.example', 'https://www.acme.example'])).to.deep.equal([]);
    expect(missingTwins(['https://shop.acme.example', 'http://localhost:3000'])).to.deep.equal([]);
  });
});

describe('Merge patches', () => {
  const from = { name: 'a', widget: { accent: '#000000', openAfterSeconds: 5 }, lead: { fields: [1, 2] } };

  it('hold what differs and nothing else', () => {
    const to = { name: 'a', widget: { accent: '#ffffff' }, lead: { fields: [2, 1] } };
    const patch = diffPatch(from, to);
    expect(patch).to.deep.equal({
      widget: { accent: '#ffffff', openAfterSeconds: null },
      lead: { fields: [2, 1] },
    });
    expect(applyPatch(from, patch)).to.deep.equal(to);
    expect(pathsOf(patch)).to.deep.equal(['widget.accent', 'widget.openAfterSeconds', 'lead.fields']);
    expect(diffPatch(from, structuredClone(from))).to.equal(undefined);
  });

  it('set one value and leave the rest as it is', () => {
    const changed = withValue(from, 'widget.accent', '#123456');
    expect(changed.widget).to.deep.equal({ accent: '#123456', openAfterSeconds: 5 });
    expect(from.widget.accent).to.equal('#000000');
    expect(withValue(from, 'widget.openAfterSeconds', undefined).widget).to.deep.equal({ accent: '#000000' });
  });
});

describe('Lead fields', () => {
  const own = (name: string): LeadField => ({
    name,
    type: 'text',
    label: name,
    question: '?',
    required: false,
  });

  it('get a name for exports out of their label, each its own', () => {
    expect(freeName('Größe des Büros', [])).to.equal('grosse_des_buros');
    expect(freeName('Budget', [own('budget')])).to.equal('budget_2');
    expect(freeName('E-mail', [])).to.equal('e_mail');
    expect(freeName('Name', [])).to.equal('name_2');
    expect(freeName('Constructor', [])).to.equal('constructor_2');
    expect(freeName('予算', [own('field_1')])).to.equal('field_2');
    expect(freeName('1. Wish', [])).to.equal('wish');
    expect(freeName('x'.repeat(90), [])).to.match(/^[a-z][a-zA-Z0-9_]{0,39}$/);
  });

  it('move within the list and never out of it', () => {
    const fields = ['a', 'b', 'c'].map(own);
    expect(moved(fields, 0, 2).map(({ name }) => name)).to.deep.equal(['b', 'c', 'a']);
    expect(moved(fields, 0, -1)).to.equal(fields);
    expect(moved(fields, 2, 3)).to.equal(fields);
  });

  it('are of no use for reaching anybody without e-mail and phone', () => {
    expect(asksForContact([own('need')])).to.equal(false);
    expect(asksForContact([own('need'), standardField('phone')])).to.equal(true);
  });
});

describe('The look', () => {
  it('has text that can be read on any colour', () => {
    for (const accent of ['#000000', '#ffffff', '#0f766e', '#ffcc00', '#808080', '#ff0000'])
      expect(contrast(accent, onAccent(accent) === '#fff' ? '#ffffff' : '#000000'), accent).to.be.at.least(
        4.5,
      );
    expect(contrast('#ffffff', '#000000')).to.be.closeTo(21, 0.01);
  });
});

describe('A consent text that has changed', () => {
  it('gets the next version', () => {
    const next = { '1': '2', '9': '10', '2026-03': '2026-04', 'v1.9': 'v1.10', draft: 'draft 2' };
    for (const [version, expected] of Object.entries(next)) expect(nextVersion(version)).to.equal(expected);
  });
});

describe('Codes for a page', () => {
  it('keep a title an attribute', () => {
    const code = iframeTag('https://chat.example', 'KEY', 'Ask "us" <now>');
    expect(code).to.contain('src="https://chat.example/embed/KEY" title="Ask &quot;us&quot; &lt;now>"');
    expect(chatLink('https://chat.example', 'KEY')).to.equal('https://chat.example/embed/KEY');
  });
});
