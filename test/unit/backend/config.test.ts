import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Config, ConfigError, loadConfig } from '../../../backend/config.ts';
import { Environment } from '../../../backend/environment.ts';

describe('the configuration', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-config-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const load = (environment: Record<string, string> = {}) => loadConfig({ DATA_DIR: folder, ...environment });

  it('starts from sensible defaults', () => {
    expect(load()).to.include({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demoSiteKey: 'demo',
      role: 'all',
      databaseUrl: undefined,
    });
  });

  it('is frozen through and through', () => {
    const config = load({ ADMIN_EMAIL: 'a@example.com', ADMIN_PASSWORD: 'plum tart on sundays' });
    expect(() => Object.assign(config, { port: 1 })).to.throw(TypeError);
    expect(() => Object.assign(config.admin as object, { password: '' })).to.throw(TypeError);
  });

  it('makes its secret once and keeps it where only the owner reads it', () => {
    const secret = load().appSecret;
    expect(secret.length).to.be.at.least(43);
    expect(load().appSecret).to.equal(secret);
    expect(statSync(join(folder, 'app-secret')).mode & 0o077).to.equal(0);
  });

  const wrong: Array<[Record<string, string>, RegExp]> = [
    [{ PORT: '70000' }, /PORT/],
    [{ PORT: '-1' }, /PORT/],
    [{ PUBLIC_URL: 'chat.example.com' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://example.com/chat' }, /PUBLIC_URL/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://x@h/d' }, /APP_SECRET/],
    [{ APP_SECRET: 'short' }, /APP_SECRET/],
    [{ ADMIN_PASSWORD: 'plum tart on sundays' }, /go together/],
    [{ ADMIN_EMAIL: 'a@example.com', ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD/],
    [{ ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'plum tart on sundays' }, /ADMIN_EMAIL/],
    [{ ROLE: 'everything' }, /ROLE/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY/],
    [{ TRUST_PROXY: 'cafe' }, /TRUST_PROXY must be a number of proxies, or networks/],
    [{ DATABASE_URL: 'postgres://x:a/b@h/d', APP_SECRET: 'x'.repeat(32) }, /%2F for \//],
  ];
  for (const [environment, words] of wrong)
    it(`refuses ${JSON.stringify(environment)} by name`, () => {
      expect(() => load(environment)).to.throw(ConfigError, words);
    });

  it('names all that is wrong at once', () => {
    expect(() => load({ PORT: 'x', ROLE: 'y' })).to.throw(/PORT[\s\S]*ROLE/);
  });

  it('says what each must be, not by which pattern it is checked', () => {
    const checked = Object.entries(Environment.properties).filter(([, { pattern, format, minLength }]) =>
      Boolean(pattern || format || minLength),
    );
    const nonsense = Object.fromEntries(checked.map(([name]) => [name, '?']));
    expect(() => load(nonsense))
      .to.throw(ConfigError)
      .with.property('message')
      .that.satisfies((said: string) => {
        const lines = said.split('\n').slice(1);
        expect(lines).to.have.length(checked.length).greaterThan(10);
        for (const line of lines)
          expect(line)
            .to.match(/^ {2}[A-Z_]+ must be \S.*[^.]\.$/)
            .and.not.match(/undefined|pattern/);
        return true;
      });
  });

  it('reads proxies as a number or as networks', () => {
    const proxies = (text: string): Config['trustProxy'] => load({ TRUST_PROXY: text }).trustProxy;
    expect(proxies('2')).to.equal(2);
    expect(proxies('10.0.0.0/8, ::1')).to.deep.equal(['10.0.0.0/8', '::1']);
  });
});
