import { expect } from 'chai';
import { parsePath, paths } from '../../../dashboard/controllers/router.ts';

describe('Addresses of the dashboard', () => {
  it('lead to their pages', () => {
    const list = { page: 'conversations', sessionId: null };
    expect(parsePath('/dashboard/')).to.deep.equal(list);
    expect(parsePath('/dashboard')).to.deep.equal(list);
    expect(parsePath('/dashboard/conversations/')).to.deep.equal(list);
    expect(parsePath('/dashboard/sign-in')).to.deep.equal(list);
    expect(parsePath('/dashboard/settings')).to.deep.equal({ page: 'settings', section: 'account' });
    expect(parsePath(paths.settings('keys'))).to.deep.equal({ page: 'settings', section: 'keys' });
    expect(parsePath('/dashboard/set-password')).to.deep.equal({ page: 'set-password' });
  });

  it('open one conversation, whatever its id is made of', () => {
    expect(parsePath(paths.conversation('a/b %'))).to.deep.equal({
      page: 'conversations',
      sessionId: 'a/b %',
    });
    expect(parsePath('/dashboard/conversations/%E0%A4%A')).to.have.property('sessionId', '%E0%A4%A');
  });

  it('say so when they lead nowhere', () => {
    for (const path of ['/dashboard/nowhere', '/dashboard/settings/more', '/dashboard/conversations/a/b']) {
      expect(parsePath(path)).to.deep.equal({ page: 'not-found' });
    }
  });
});
