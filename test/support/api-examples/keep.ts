/** Writes what was played into the files that the contract reads. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_GROUPS, apiGroupOf } from '../../../backend/http/contract/groups.ts';
import type { Told } from './story.ts';

const FOLDER = 'backend/http/contract/examples';

export async function keepExamples({ examples, errors, webhooks }: Told): Promise<void> {
  const write = (name: string, content: object) =>
    writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(content, null, 2));
  for (const { id } of API_GROUPS)
    write(
      id,
      Object.fromEntries(
        Object.entries(examples).filter(([name]) => apiGroupOf(name.split(' ')[1]!).id === id),
      ),
    );
  write('errors', errors);
  write('webhooks', webhooks);
  execFileSync('npx', ['biome', 'format', '--write', FOLDER], { stdio: 'ignore' });
}
