/**
 * A blank page of Chromium in which pictures are put together and encoded as WebP: the browser that takes them can write
 * them too, so no other program is needed.
 */
import type { Browser, Page } from 'playwright-core';
import { drawSheet, type Sheet } from './draw-sheet.ts';

/** Tried one after another; 1 is without loss, which for screens is often the smallest as well. */
const QUALITIES = [1, 0.92, 0.85, 0.78, 0.7];

/** What changed since the sheet before, encoded. */
export interface Patch {
  webp: Buffer;
  x: number;
  y: number;
  width: number;
  height: number;
}

export const CAPTION_HEIGHT = 60;
/** Even, as are the places it is added to. */
const BLEED = 16;

export class Darkroom {
  readonly #page: Page;
  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<Darkroom> {
    const page = await browser.newPage();
    await page.setContent('<canvas id="sheet"></canvas><canvas id="patch"></canvas>');
    return new Darkroom(page);
  }

  /** As good as fits into so many bytes. @throws Error when even the plainest does not */
  async encode(png: Buffer, most: number): Promise<Buffer> {
    for (const quality of QUALITIES) {
      const webp = await this.#encodeAt(png, quality);
      if (webp.length <= most) return webp;
    }
    throw new Error(`This picture does not fit into ${most} bytes.`);
  }

  async #encodeAt(png: Buffer, quality: number): Promise<Buffer> {
    const url = await this.#page.evaluate(
      async ([source, q]) => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = Object.assign(document.createElement('canvas'), {
          width: bitmap.width,
          height: bitmap.height,
        });
        canvas.getContext('2d', { alpha: false })!.drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/webp', q);
      },
      [dataUrl(png), quality] as const,
    );
    return bytesOf(url);
  }

  /** Begins a film of this size, captions included. */
  async begin(width: number, height: number): Promise<void> {
    await this.#page.evaluate(
      ([w, h]) => {
        Object.assign(document.getElementById('sheet') as HTMLCanvasElement, { width: w, height: h });
      },
      [width, height] as const,
    );
  }

  /** Draws the next sheet over the last one. @returns what changed, or null where nothing did */
  async draw(sheet: Sheet): Promise<Patch | null> {
    const { screen, ...rest } = sheet;
    const drawn = await this.#page.evaluate(drawSheet, {
      ...rest,
      screen: screen ? dataUrl(screen) : null,
      captionHeight: CAPTION_HEIGHT,
      bleed: BLEED,
    });
    if (!drawn) return null;
    const { exact, lossy, ...place } = drawn;
    const [sharp, soft] = [bytesOf(exact), bytesOf(lossy)];
    // Letters are sharper without loss; drawings would cost too much.
    return { ...place, webp: sharp.length <= soft.length * 1.25 ? sharp : soft };
  }
}

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
const bytesOf = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
