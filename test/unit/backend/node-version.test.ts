import { expect } from 'chai';
import { oldNode } from '../../../backend/node-version.ts';

describe('the oldest Node that will do', () => {
  it('is the one package.json names; who has an older one is told both, and where there is a newer one', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.11.1'])
      expect(oldNode(version), version).to.equal(undefined);
    for (const version of ['18.20.8', '20.18.3', '8.0.0'])
      expect(oldNode(version), version).to.contain('20.19').and.contain(version).and.contain('nodejs.org');
  });
});
