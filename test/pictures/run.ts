/**
 * Takes the pictures of README from the running product, as it was built:
 * `npm run pictures`; `-- figures tour` takes those whose names begin so.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatPictures } from './chat-pictures.ts';
import { Darkroom } from './darkroom.ts';
import { deskPictures } from './desk-pictures.ts';
import { FOLDER, MOST_BYTES } from './limits.ts';
import { reviewPicture } from './review-picture.ts';
import { type Stage, setStage } from './stage.ts';
import { takeTour } from './tour.ts';
import { wordpressPictures } from './wordpress-pictures.ts';

/** The visitors' own last, then the tour: they add conversations to those that the others show. */
const TAKES = [...deskPictures, ...wordpressPictures, reviewPicture, ...chatPictures];

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.some((wanted) => name.startsWith(wanted));

function keep(name: string, webp: Buffer): void {
  writeFileSync(join(FOLDER, `${name}.webp`), webp);
  process.stdout.write(`${name}: ${Math.round(webp.length / 1024)} KiB\n`);
}

async function takeAll(stage: Stage): Promise<void> {
  const room = await Darkroom.open(stage.browser);
  for (const { name, prepare } of TAKES) {
    if (!isWanted(name)) continue;
    const page = await prepare(stage);
    keep(name, await room.encode(await page.screenshot(), MOST_BYTES.still));
    await page.context().close();
  }
  if (!isWanted('tour')) return;
  const { film, still } = await takeTour(stage);
  keep('tour', film);
  keep('tour-still', await room.encode(still, MOST_BYTES.still));
}

mkdirSync(FOLDER, { recursive: true });
const stage = await setStage();
try {
  await takeAll(stage);
} finally {
  await stage.stop();
}
