/** Records pages as a film: what is seen, where the pointer is, and a line that says what happens. */
import type { Browser, Locator, Page } from 'playwright-core';
import { animate, type Shown } from './animated-webp.ts';
import { CAPTION_HEIGHT, Darkroom } from './darkroom.ts';
import type { Pointer } from './draw-sheet.ts';
import { settled } from './settled.ts';

/** What pages are as large as while they are filmed. */
export const SCREEN = { width: 960, height: 600 };
const SIZE = { width: SCREEN.width, height: SCREEN.height + CAPTION_HEIGHT };
const STEPS = 7;
const STEP_MS = 45;
const LETTERS_AT_ONCE = 5;
const TYPING_MS = 100;

export class Film {
  readonly #room: Darkroom;
  readonly #shown: Shown[] = [];
  readonly #captions: readonly string[];
  #scene = 0;
  #page!: Page;
  #pointer: Pointer = { x: SCREEN.width * 0.6, y: SCREEN.height * 0.62 };

  private constructor(room: Darkroom, captions: readonly string[]) {
    this.#room = room;
    this.#captions = captions;
  }

  /** @param captions one a scene */
  static async begin(browser: Browser, captions: readonly string[]): Promise<Film> {
    const room = await Darkroom.open(browser);
    await room.begin(SIZE.width, SIZE.height);
    return new Film(room, captions);
  }

  /** Goes on with a scene on this page, and shows it for so long. */
  async cut(page: Page, scene: number, ms: number): Promise<void> {
    this.#page = page;
    this.#scene = scene;
    await page.bringToFront();
    await page.mouse.move(this.#pointer.x, this.#pointer.y);
    await this.show(ms);
  }

  /** Shows the page as it is now for so long. */
  async show(ms: number): Promise<void> {
    await this.#take(ms, await this.#page.screenshot());
  }

  /** Leads the pointer to the middle of something. */
  async point(at: Locator): Promise<void> {
    const box = (await at.boundingBox())!;
    const to = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    const from = this.#pointer;
    for (let step = 1; step <= STEPS; step++) {
      // Slow, fast, slow, as a hand moves.
      const part = (1 - Math.cos((Math.PI * step) / STEPS)) / 2;
      this.#pointer = {
        x: Math.round(from.x + (to.x - from.x) * part),
        y: Math.round(from.y + (to.y - from.y) * part),
      };
      await this.#take(STEP_MS);
    }
    await this.#page.mouse.move(to.x, to.y);
  }

  /** Goes there, presses, and shows what came of it once `until` is there. */
  async click(at: Locator, until: Locator, ms: number): Promise<void> {
    await this.point(at);
    await this.show(180);
    this.#pointer = { ...this.#pointer, isDown: true };
    await this.#take(180);
    this.#pointer = { ...this.#pointer, isDown: false };
    await at.click();
    await until.waitFor();
    await settled(this.#page);
    await this.show(ms);
  }

  /** Types into what has the focus, a few letters a picture. */
  async type(text: string): Promise<void> {
    for (let at = 0; at < text.length; at += LETTERS_AT_ONCE) {
      await this.#page.keyboard.type(text.slice(at, at + LETTERS_AT_ONCE));
      await this.show(TYPING_MS);
    }
  }

  /** Presses a key and shows what came of it once `until` is there. */
  async press(key: string, until: Locator, ms: number): Promise<void> {
    await this.#page.keyboard.press(key);
    await until.waitFor();
    await settled(this.#page);
    await this.show(ms);
  }

  finish(): Buffer {
    return animate(SIZE, this.#shown);
  }

  async #take(ms: number, screen?: Buffer): Promise<void> {
    const patch = await this.#room.draw({
      ...(screen && { screen }),
      pointer: this.#pointer,
      caption: this.#captions[this.#scene]!,
      scene: this.#scene,
      scenes: this.#captions.length,
    });
    const last = this.#shown.at(-1);
    if (patch) this.#shown.push({ ...patch, ms });
    else if (last) last.ms += ms;
  }
}
