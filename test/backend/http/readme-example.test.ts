import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('the example of README, “Using the API”', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  it('prints the newest leads as it stands there', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.call('/session/lead', {
      method: 'PUT',
      json: { name: 'Ana Silva', email: 'ana@bakery.example' },
    });
    const { key } = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'README',
      scopes: ['sessions:read'],
    });
    const section = readFileSync('README.md', 'utf8').split('### Using the API')[1]!;
    const code = /```js\n([\s\S]*?)```/.exec(section)![1]!;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
      env: { PARLOUR_URL: parlour.url, PARLOUR_KEY: key },
    });
    expect(stdout).to.equal('Ana Silva ana@bakery.example new\n');
  });
});
