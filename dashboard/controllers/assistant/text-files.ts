/** Files that become pages of knowledge: small, text, and nothing else. */
import { messageOf } from '../../api/client.ts';
import { addPage } from '../../api/knowledge.ts';
import { knowledgeTexts as texts } from '../../languages/en/knowledge.ts';
import { number } from '../../languages/locale.ts';

export const PAGE_BYTES = 200 * 1024;

/** @returns the page, or what is wrong with the file, in words */
async function readTextFile(file: File): Promise<{ title: string; body: string } | string> {
  if (!/\.(txt|md|markdown)$/i.test(file.name)) return texts.wrongType(file.name);
  if (file.size > PAGE_BYTES) return texts.tooLarge(file.name);
  let body: string;
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return texts.notText(file.name);
  }
  if (body.includes('\0')) return texts.notText(file.name);
  if (body.trim() === '') return texts.fileEmpty(file.name);
  const heading = /^#[ \t]+(.+)$/m.exec(body.slice(0, 2000))?.[1];
  const name = file.name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
  return { title: (heading ?? name).trim().slice(0, 200), body };
}

/**
 * Adds one after the other; what is wrong with one does not keep the others out.
 * @param onFile is told the number of the one that is begun
 * @returns how many were added, and in words what is wrong with the others
 */
export async function addFiles(
  siteId: string,
  files: readonly File[],
  onFile: (at: number) => void,
): Promise<{ added: number; problems: string[] }> {
  const problems: string[] = [];
  let added = 0;
  for (const [at, file] of files.entries()) {
    onFile(at + 1);
    const page = await readTextFile(file);
    try {
      if (typeof page === 'string') problems.push(page);
      else {
        await addPage(siteId, page);
        added += 1;
      }
    } catch (error) {
      problems.push(`${file.name}: ${messageOf(error)}`);
    }
  }
  return { added, problems };
}

export const kilobytes = (bytes: number) =>
  number(bytes === 0 ? 0 : Math.max(0.1, bytes / 1024), {
    maximumFractionDigits: bytes < 10_240 ? 1 : 0,
  });
