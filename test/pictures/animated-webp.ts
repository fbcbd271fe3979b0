/**
 * Puts WebP pictures one after another into one animated WebP. Only the container is written here, byte by byte as the
 * "WebP Container Specification" (Google) says; the pictures come as Chromium encoded them.
 */

export interface Shown {
  /** A WebP of one picture, as a canvas encodes it. */
  webp: Buffer;
  /** Where it is laid over what is there; both even, as the format counts in steps of two. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** How long it is shown, in milliseconds. */
  ms: number;
}

const ANIMATED = 0b10;
/** The picture replaces what lay there instead of being blended with it, and stays for the next. */
const REPLACE = 0b10;
const PICTURE_CHUNKS = ['ALPH', 'VP8 ', 'VP8L'];

/** @returns the file; it is shown again and again */
export function animate(size: { width: number; height: number }, pictures: readonly Shown[]): Buffer {
  const head = Buffer.alloc(10);
  head[0] = ANIMATED;
  head.writeUIntLE(size.width - 1, 4, 3);
  head.writeUIntLE(size.height - 1, 7, 3);
  // A background nobody sees, and 0 for "without end".
  const chunks = [chunk('VP8X', head), chunk('ANIM', Buffer.alloc(6)), ...pictures.map(frame)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

/** The size of an animated WebP, and how long it takes from its first picture to its last, in milliseconds. */
export function readAnimation(file: Buffer): { width: number; height: number; pictures: number; ms: number } {
  const chunks = chunksOf(file);
  const head = chunks.find(({ name }) => name === 'VP8X')!.data;
  const frames = chunks.filter(({ name }) => name === 'ANMF');
  return {
    width: head.readUIntLE(4, 3) + 1,
    height: head.readUIntLE(7, 3) + 1,
    pictures: frames.length,
    ms: frames.reduce((sum, { data }) => sum + data.readUIntLE(12, 3), 0),
  };
}

function frame({ webp, x, y, width, height, ms }: Shown): Buffer {
  const head = Buffer.alloc(16);
  for (const [index, number] of [x / 2, y / 2, width - 1, height - 1, ms].entries())
    head.writeUIntLE(number, index * 3, 3);
  head[15] = REPLACE;
  const parts = chunksOf(webp).filter(({ name }) => PICTURE_CHUNKS.includes(name));
  return chunk('ANMF', Buffer.concat([head, ...parts.map(({ name, data }) => chunk(name, data))]));
}

function chunksOf(file: Buffer): { name: string; data: Buffer }[] {
  const chunks: { name: string; data: Buffer }[] = [];
  for (let at = 12; at < file.length; ) {
    const length = file.readUInt32LE(at + 4);
    chunks.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** Chunks begin at even places. */
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}
