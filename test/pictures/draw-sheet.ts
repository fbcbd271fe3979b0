/** One picture of the film: the page, the pointer over it, and the caption below. Drawn in the darkroom's page. */

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

export interface DrawnSheet extends Omit<Sheet, 'screen'> {
  screen: string | null;
  captionHeight: number;
  bleed: number;
}

/**
 * Draws a sheet over the one before, and encodes what changed, with and without loss; null where nothing did. It runs in
 * the page, so it may use nothing from around it, nor name functions of its own.
 */
export async function drawSheet(sheet: DrawnSheet) {
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
