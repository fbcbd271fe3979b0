/**
 * A blank page of Chromium in which pictures are put together and encoded as WebP: the browser that takes them can write
 * them too, so no other program is needed.
 */
import type { Browser, Page } from 'playwright-core';

/** Tried one after another; 1 is without loss, which for screens is often the smallest as well. */
const QUALITIES = [1, 0.92, 0.85, 0.78, 0.7];

/** The arrow that shows where the visitor's or the team's pointer is. */
export interface Pointer {
  x: number;
  y: number;
  /** While the button is pressed. */
  isDown?: boolean;
}

export interface Sheet {
  /** What the page looks like, as PNG; nothing for the same as before. */
  screen?: Buffer;
  pointer: Pointer | null;
  /** The line below the picture, and the how-manieth scene of how many it is. */
  caption: string;
  scene: number;
  scenes: number;
}

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

interface DrawnSheet extends Omit<Sheet, 'screen'> {
  screen: string | null;
  captionHeight: number;
  bleed: number;
}

/** Runs in the page, so that it may use nothing from around it, nor name functions of its own. */
async function drawSheet(sheet: DrawnSheet) {
  const { screen, pointer, caption, scene, scenes, captionHeight, bleed } = sheet;
  const kept = window as unknown as { screenshot: ImageBitmap };
  if (screen) kept.screenshot = await createImageBitmap(await (await fetch(screen)).blob());
  const canvas = document.getElementById('sheet') as HTMLCanvasElement;
  const { width, height } = canvas;
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  const before = pen.getImageData(0, 0, width, height).data;
  const foot = height - captionHeight;
  pen.drawImage(kept.screenshot, 0, 0, width, foot);

  pen.fillStyle = '#14302b';
  pen.fillRect(0, foot, width, captionHeight);
  pen.fillStyle = '#f7f5ef';
  pen.font = '600 20px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  pen.fillText(caption, 24, foot + captionHeight / 2);
  for (let dot = 0; dot < scenes; dot++) {
    pen.fillStyle = dot === scene ? '#f4d35e' : '#f7f5ef55';
    pen.beginPath();
    pen.arc(width - 28 - (scenes - 1 - dot) * 18, foot + captionHeight / 2, 5, 0, 2 * Math.PI);
    pen.fill();
  }

  if (pointer) {
    pen.save();
    pen.translate(pointer.x, pointer.y);
    if (pointer.isDown) {
      pen.fillStyle = '#0d655f44';
      pen.beginPath();
      pen.arc(0, 0, 17, 0, 2 * Math.PI);
      pen.fill();
    }
    const arrow = new Path2D('M0 0v22.5l5.6-5 3.7 8.6 4-1.7-3.7-8.5h7.6z');
    pen.shadowColor = '#0006';
    pen.shadowBlur = 4;
    pen.shadowOffsetY = 1;
    pen.fillStyle = '#111';
    pen.fill(arrow);
    pen.shadowColor = 'transparent';
    pen.lineWidth = 1.75;
    pen.strokeStyle = '#fff';
    pen.stroke(arrow);
    pen.restore();
  }

  const now = pen.getImageData(0, 0, width, height).data;
  const [was, is] = [new Uint32Array(before.buffer), new Uint32Array(now.buffer)];
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < is.length; at++) {
    if (was[at] === is[at]) continue;
    const [x, y] = [at % width, (at / width) | 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (right < 0) return null;
  // Colours bleed a little beyond their shapes where something is lost; what bled must go with its shape.
  left = Math.max(0, left - (left % 2) - bleed);
  top = Math.max(0, top - (top % 2) - bleed);
  right = Math.min(width - 1, right + bleed);
  bottom = Math.min(height - 1, bottom + bleed);
  const patch = document.getElementById('patch') as HTMLCanvasElement;
  patch.width = right - left + 1;
  patch.height = bottom - top + 1;
  patch.getContext('2d', { alpha: false })!.drawImage(canvas, -left, -top);
  return {
    x: left,
    y: top,
    width: patch.width,
    height: patch.height,
    exact: patch.toDataURL('image/webp', 1),
    lossy: patch.toDataURL('image/webp', 0.86),
  };
}

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
const bytesOf = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
