import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../backend/config.ts';
import { Environment } from '../../backend/environment.ts';
import { changelogProblems, newestRelease } from '../release/changelog.ts';
import { statedVersions, versionProblems } from '../release/versions.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const every = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');
const readme = read('README.md');
const known = Object.keys(Environment.properties);

/** What strangers copy must be what the code does. */
describe('what operators are given', () => {
  it('the table of the environment in README names every variable there is, and no other', () => {
    const table = readme.slice(readme.indexOf('| variable |'));
    const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
    const named = rows.flatMap((row) => every(row.split('|')[1]!, /`([A-Z_]+)`/g));
    expect(named.sort()).to.deep.equal([...known].sort());
  });

  it('README lists every metric of Parlour’s own, and no other', () => {
    const inCode = readdirSync('backend', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join('backend', file)))
      .filter((text) => text.includes("from 'prom-client'"))
      .flatMap((text) => every(text, /'(parlour_[a-z_]+)'/g));
    const rows = every(readme, /^\| (`parlour_.+?) \|/gm);
    const listed = rows.flatMap((names) => every(names, /`(parlour_[a-z_]+)`/g));
    expect(inCode).not.to.be.empty;
    expect(listed.sort()).to.deep.equal(inCode.sort());
  });

  it('the Dockerfile copies what is there, sets what is read, and starts what npm starts', () => {
    const copied = every(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((paths) => paths.split(' '));
    expect(copied.filter((path) => !existsSync(path))).to.deep.equal([]);
    const set = every(dockerfile, /^ENV (.+)$/gm).flatMap((line) => every(line, /([A-Z_]+)=/g));
    expect(set.filter((name) => name !== 'NODE_ENV' && !known.includes(name))).to.deep.equal([]);
    const command = JSON.parse(every(dockerfile, /^CMD (.+)$/gm)[0]!) as string[];
    const { scripts, engines } = JSON.parse(read('package.json'));
    expect(command.join(' ')).to.equal(scripts.start);
    const { port } = loadConfig({ APP_SECRET: 'x'.repeat(32) });
    expect(every(dockerfile, /^EXPOSE (\d+)$/gm)).to.deep.equal([String(port)]);
    const oldest = Number(/\d+/.exec(engines.node)![0]);
    for (const version of every(dockerfile, /^FROM node:(\d+)/gm))
      expect(Number(version)).to.be.at.least(oldest);
    expect(read('backend/http/health.ts')).to.include(`'${/\/health\/\w+/.exec(dockerfile)![0]}'`);
  });

  it('the image runs without rights of root and leaves tools behind', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).to.match(/^USER node$/m);
    expect(last).not.to.match(/npm (ci|install)|apt-get/);
  });

  it('compose.yaml starts web and worker with variables that are read, on the port that is listened on', () => {
    const services = compose.slice(0, compose.indexOf('\n  database:'));
    const set = every(services, /^ {2,6}([A-Z][A-Z_]+):/gm);
    expect(set).to.include.members(['DATABASE_URL', 'ROLE', 'TRUST_PROXY']);
    expect(set.filter((name) => !known.includes(name))).to.deep.equal([]);
    expect(every(services, /ROLE: (\w+)/g)).to.deep.equal(['web', 'worker']);
    expect(every(services, /ports: \["127\.0\.0\.1:\d+:(\d+)"\]/g)).to.deep.equal(['3000']);
    expect(/data:(\/\w+)/.exec(services)![1]).to.equal(/DATA_DIR=(\S+)/.exec(dockerfile)![1]);
  });

  it('README’s .env for compose.yaml has the secrets made, not a remark that would be taken for one', () => {
    const file = /cat > \.env <<END\n([^`]+)END/.exec(readme)![1]!;
    const wanted = every(compose, /\$\{([A-Z_]+):\?/g);
    expect(every(file, /^([A-Z_]+)=\S/gm)).to.include.members([...wanted, 'APP_SECRET', 'PUBLIC_URL']);
    expect(file).not.to.include('#');
    expect(every(file, /^(?:APP_SECRET|POSTGRES_PASSWORD)=\$\((openssl rand) /gm)).to.have.length(2);
  });

  it('says the same version everywhere', () => {
    expect(statedVersions()).to.have.length.greaterThan(8);
    expect(versionProblems()).to.deep.equal([]);
  });

  it('CHANGELOG has its releases by day, each part with a line for users', () => {
    expect(changelogProblems(read('CHANGELOG.md'))).to.deep.equal([]);
    const bad =
      '## 1.1.0, soon\n\n### For visitors\n\n## 1.0.0, 2026-12-01\n\n- fix(chat): scroll, see 0a1b2c3\n';
    expect(changelogProblems(bad)).to.have.length(3);
    expect(newestRelease('## 1.0.0, 2026-12-01\n\n- It is here.\n')).to.include({
      version: '1.0.0',
      day: '2026-12-01',
    });
  });
});
