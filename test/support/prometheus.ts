/** The rules and the dashboard that README hands to operators, and what they ask of Prometheus. */
import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';

export const RULES = 'backend/operate/alerts.yaml';
const DASHBOARD = 'backend/operate/grafana-dashboard.json';

/** Each `expr` of the rules; a folded one goes on below, indented. */
export function ruleQueries(): string[] {
  const found = readFileSync(RULES, 'utf8').matchAll(/^ {8}expr: (?:\|\n((?: {10}.*\n)+)|(.+))/gm);
  return [...found].map(([, block, line]) => (block ?? line)!.trim());
}

interface Panel {
  targets?: Array<{ expr: string }>;
}

/** Each question of the panels, with Grafana's own variables filled in. */
export function dashboardQueries(): string[] {
  const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as { panels: Panel[] };
  return panels
    .flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
    .map((expr) =>
      expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'parlour').replaceAll('$instance', '.+'),
    );
}

/** The metrics a query names. */
export function metricNames(query: string): string[] {
  const names: string[] = [];
  parser.parse(query).iterate({
    enter({ name, from, to, node }) {
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') names.push(query.slice(from, to));
    },
  });
  return names;
}

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What `/metrics` says (Prometheus, "Text-based format"). */
export function samplesOf(metrics: string): Sample[] {
  return metrics
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line)!;
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
      return {
        name: name!,
        labels: Object.fromEntries(pairs.map(([, k, v]) => [k, v])),
        value: Number(value),
      };
    });
}
