/** Gets the chats we stand beside from npm, by exact versions and without running anything of theirs. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../../support/parts.ts';

/** Kept from run to run, and no part of this package: nobody else needs them. */
export const PACKAGES = join(CACHE, 'bench/widget');

const VERSIONS = {
  '@n8n/chat': '1.37.0',
  '@typebot.io/js': '0.10.7',
  botui: '1.1.3',
  '@botui/react': '1.1.5',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'deep-chat': '2.4.2',
};

/** What is installed; n8n's chat names its design system although its file holds it already. */
const PACKAGE_JSON = JSON.stringify({
  private: true,
  type: 'module',
  dependencies: VERSIONS,
  overrides: { '@n8n/design-system': 'file:./nothing' },
});

/** Such as `@n8n/chat 1.37.0`. */
export const named = (name: keyof typeof VERSIONS) => `${name} ${VERSIONS[name]}`;

/** Installs them, unless they are there. @throws Error with npm's words */
export function installPackages(): void {
  const file = join(PACKAGES, 'package.json');
  const done = join(PACKAGES, 'node_modules/.package-lock.json');
  if (existsSync(done) && readFileSync(file, 'utf8') === PACKAGE_JSON) return;
  rmSync(PACKAGES, { recursive: true, force: true });
  mkdirSync(join(PACKAGES, 'nothing'), { recursive: true });
  writeFileSync(join(PACKAGES, 'nothing/package.json'), '{"name":"nothing","version":"0.0.0"}');
  writeFileSync(file, PACKAGE_JSON);
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', npm, { cwd: PACKAGES, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The other chats could not be installed: ${error?.message ?? stderr}`);
}
