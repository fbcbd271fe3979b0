import type { ChartSpec } from '../../../web-components/figures/charts.ts';
import type { ChartTexts } from '../../../web-components/figures/figure-chart.ts';
import type { Tile } from '../../../web-components/figures/figure-tiles.ts';

export const tilesStates: { name: string; tiles: Tile[] }[] = [
  {
    name: 'Filled',
    tiles: [
      { label: 'Conversations', value: '1,284', change: '12% more than before', href: '#conversations' },
      { label: 'Leads', value: '312', note: '24% of conversations', change: '3% more than before' },
      { label: 'Answered in', value: '1.9 s', note: 'half of all' },
      { label: 'Waiting for a person', value: '3', isUrgent: true, href: '#waiting' },
    ],
  },
  {
    name: 'Nothing yet',
    tiles: [
      { label: 'Conversations', value: '0' },
      { label: 'Leads', value: '–' },
      { label: 'Answered in', value: '–' },
      { label: 'Waiting', value: '0' },
    ],
  },
];

export const chartTexts: ChartTexts = {
  table: 'Table',
  chart: 'Chart',
  showTable: 'Show as a table',
  showChart: 'Show as a chart',
  csv: 'Save as CSV',
  png: 'Save as PNG',
  none: '–',
};

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const chartStates: {
  name: string;
  heading: string;
  sentence: string;
  note?: string;
  spec: ChartSpec;
  press?: string;
}[] = [
  {
    name: 'Lines',
    heading: 'Conversations and leads',
    sentence: '214 conversations in seven days, 51 leads.',
    note: 'Saturday’s figures are not complete.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: days,
      sets: [
        { label: 'Conversations', colour: 'accent-ink', values: [31, 40, 28, 44, 39, null, 32] },
        { label: 'Leads', colour: 'waiting', values: [6, 11, 5, 12, 9, null, 8] },
      ],
    },
  },
  {
    name: 'Bars',
    heading: 'Judged answers',
    sentence: 'Nine of ten answers passed.',
    spec: {
      kind: 'bars',
      of: 'Day',
      labels: days,
      sets: [
        { label: 'Passed', colour: 'passed', values: [9, 12, 8, 14, 10, 3, 2] },
        { label: 'Wrong', colour: 'issue', values: [1, 0, 2, 1, 0, 0, 1] },
        { label: 'Fixed', colour: 'fixed', values: [0, 1, 1, 0, 2, 0, 0] },
      ],
    },
  },
  {
    name: 'Steps',
    heading: 'From visit to lead',
    sentence: 'One in four conversations becomes a lead.',
    spec: {
      kind: 'steps',
      of: 'Step',
      labels: ['Opened', 'Wrote', 'Left details'],
      sets: [{ label: 'Visitors', colour: 'accent-ink', values: [420, 214, 51] }],
    },
  },
  {
    name: 'One day alone',
    heading: 'Conversations',
    sentence: '12 conversations today.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: ['Mon'],
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [12] }],
    },
  },
  {
    name: 'Nothing yet',
    heading: 'Conversations',
    sentence: 'No conversations in these days.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: days,
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [0, 0, 0, 0, 0, 0, 0] }],
    },
  },
  {
    name: 'As a table',
    heading: 'Conversations',
    sentence: '214 conversations in seven days.',
    press: '.does button',
    spec: {
      kind: 'bars',
      of: 'Day',
      labels: days,
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [31, 40, 28, 44, 39, null, 32] }],
    },
  },
];
