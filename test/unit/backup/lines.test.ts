import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { linesOf } from '../../../backend/backup/format.ts';

describe('the lines of a backup', () => {
  it('end where they were ended, whatever breaks of lines somebody wrote (promise 11)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parlour-lines-'));
    const file = join(folder, 'backup.gz');
    const lines = ['{"text":"a\u2028b\u2029c\u0085d\re"}', `"${'🌿'.repeat(50_000)}"`, '#end 2'];
    writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
    const read: string[] = [];
    for await (const line of linesOf(file)) read.push(line);
    rmSync(folder, { recursive: true });
    expect(read).to.deep.equal(lines);
  });
});
