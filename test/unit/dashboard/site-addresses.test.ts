import { expect } from 'chai';
import { parsePath, paths } from '../../../dashboard/controllers/router.ts';

describe('Addresses of the sites', () => {
  it('lead to the list, to a site, and to a section of it', () => {
    expect(parsePath(paths.sites())).to.deep.equal({ page: 'sites', siteId: null, section: null });
    expect(parsePath(paths.site('a/b'))).to.deep.equal({ page: 'sites', siteId: 'a/b', section: null });
    expect(parsePath(paths.site('id', 'look'))).to.deep.equal({
      page: 'sites',
      siteId: 'id',
      section: 'look',
    });
    expect(parsePath('/dashboard/settings/sites/id/look/more')).to.deep.equal({ page: 'not-found' });
  });
});
