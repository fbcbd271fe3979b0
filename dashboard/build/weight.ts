/** What the built files weigh, and their compressed forms. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, gzipSync } from 'node:zlib';

/** The bytes that a first load takes, gzipped, by file. */
export interface Weight {
  files: { name: string; gzip: number }[];
  total: number;
}

/** Puts a brotli and a gzip form beside every file, so that the server never compresses while somebody waits. */
export async function compress(outDir: string): Promise<void> {
  const files = await readdir(outDir, { recursive: true, withFileTypes: true });
  await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const target = path.join(file.parentPath, file.name);
        const content = await readFile(target);
        const [small, older] = await Promise.all([
          promisify(brotliCompress)(content),
          promisify(gzip)(content, { level: 9 }),
        ]);
        await Promise.all([writeFile(`${target}.br`, small), writeFile(`${target}.gz`, older)]);
      }),
  );
}

/** @param urls as a browser asks for them, below `/dashboard/` */
export async function weigh(outDir: string, urls: readonly string[]): Promise<Weight> {
  const files = await Promise.all(
    urls.map(async (url) => {
      const content = await readFile(path.join(outDir, url.replace('/dashboard/', '')));
      return { name: path.basename(url), gzip: gzipSync(content, { level: 9 }).length };
    }),
  );
  return { files, total: files.reduce((sum, file) => sum + file.gzip, 0) };
}
