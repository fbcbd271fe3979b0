/**
 * Charts by Chart.js, of which only what we draw is taken. Colours are read from the tokens of the element that shows
 * them, so that both themes are drawn from one description.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Names of tokens without `--parlour-`. */
export type ChartColour = 'accent-ink' | 'waiting' | 'passed' | 'issue' | 'fixed' | 'line-strong';

export interface ChartSpec {
  kind: 'lines' | 'bars' | 'steps';
  /** What the labels are, as the head of the table's first column. */
  of: string;
  /** How numbers are written (BCP 47); the browser's own without it. */
  locale?: string;
  labels: readonly string[];
  sets: ReadonlyArray<{ label: string; colour: ChartColour; values: ReadonlyArray<number | null> }>;
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Draws it; the caller destroys what it gets before it draws anew. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec, look: CSSStyleDeclaration): Chart {
  const token = (name: string) => look.getPropertyValue(`--parlour-${name}`).trim();
  return new Chart(canvas, spec.kind === 'lines' ? lines(spec, token) : bars(spec, token));
}

type Token = (name: string) => string;

function options(spec: ChartSpec, token: Token) {
  const ticks = { color: token('ink-soft'), font: { family: token('font'), size: 12 } };
  return {
    animation: reducedMotion() ? (false as const) : { duration: 180 },
    maintainAspectRatio: false,
    ...(spec.locale && { locale: spec.locale }),
    interaction: {
      mode: 'index' as const,
      intersect: false,
      axis: spec.kind === 'steps' ? ('y' as const) : ('x' as const),
    },
    plugins: {
      legend: {
        display: spec.sets.length > 1,
        align: 'start' as const,
        labels: {
          ...ticks,
          color: token('ink'),
          boxWidth: 10,
          boxHeight: 10,
          ...(spec.kind === 'lines' && { usePointStyle: true, pointStyle: 'line', pointStyleWidth: 28 }),
        },
      },
      tooltip: {
        backgroundColor: token('ink'),
        titleColor: token('surface'),
        bodyColor: token('surface'),
        padding: 10,
        cornerRadius: 6,
        boxPadding: 4,
      },
    },
    scales: {
      x: {
        stacked: spec.kind === 'bars',
        ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
        grid: { display: false },
        border: { color: token('line-soft') },
      },
      y: {
        stacked: spec.kind === 'bars',
        beginAtZero: true,
        ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
        grid: { color: token('line-soft'), drawTicks: false },
        border: { display: false },
      },
    },
  };
}

function lines(spec: ChartSpec, token: Token): ChartConfiguration {
  return {
    type: 'line',
    data: {
      labels: [...spec.labels],
      datasets: spec.sets.map(({ label, colour, values }, index) => ({
        label,
        data: [...values],
        borderColor: token(colour),
        backgroundColor: token(colour),
        borderWidth: 2,
        // Beside its colour, a line is known by its dashes.
        borderDash: index === 0 ? [] : index === 1 ? [6, 3] : [2, 3],
        pointRadius: spec.labels.length > 1 ? 0 : 3,
        pointHoverRadius: 4,
        cubicInterpolationMode: 'monotone' as const,
      })),
    },
    options: options(spec, token),
  };
}

function bars(spec: ChartSpec, token: Token): ChartConfiguration {
  const { scales, ...rest } = options(spec, token);
  const isAcross = spec.kind === 'steps';
  return {
    type: 'bar',
    data: {
      labels: [...spec.labels],
      datasets: spec.sets.map(({ label, colour, values }) => ({
        label,
        data: [...values],
        backgroundColor: token(colour),
        borderRadius: 3,
        maxBarThickness: 26,
      })),
    },
    options: isAcross
      ? {
          ...rest,
          indexAxis: 'y',
          scales: {
            x: { ...scales.y, stacked: true },
            y: { ...scales.x, stacked: true, ticks: { ...scales.x.ticks, autoSkip: false } },
          },
        }
      : { ...rest, scales },
  };
}

/** The chart as a picture with its title and sentence, on the background of its theme. */
export function chartImage(
  canvas: HTMLCanvasElement,
  [title, sentence]: readonly [string, string],
  look: CSSStyleDeclaration,
): Promise<Blob | null> {
  const token = (name: string) => look.getPropertyValue(`--parlour-${name}`).trim();
  const scale = canvas.width / canvas.clientWidth;
  const head = 72 * scale;
  const rim = 16 * scale;
  const picture = document.createElement('canvas');
  picture.width = canvas.width + 2 * rim;
  picture.height = canvas.height + head + rim;
  const pen = picture.getContext('2d')!;
  pen.fillStyle = token('surface');
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.fillStyle = token('ink');
  pen.font = `600 ${16 * scale}px ${token('font')}`;
  pen.fillText(title, rim, 30 * scale);
  pen.fillStyle = token('ink-soft');
  pen.font = `${13 * scale}px ${token('font')}`;
  pen.fillText(sentence, rim, 54 * scale, picture.width - 2 * rim);
  pen.drawImage(canvas, rim, head);
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
}
