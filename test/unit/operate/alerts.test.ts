import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { expect } from 'chai';
import { dashboardQueries, metricNames, ruleQueries } from '../../support/prometheus.ts';

describe('what watches Parlour', () => {
  const queries = [...ruleQueries(), ...dashboardQueries()];

  it('asks Prometheus in its own language, in every alert and panel', () => {
    expect(queries).to.have.length.greaterThan(35);
    expect(queries.filter((query) => !parses(query))).to.deep.equal([]);
    expect(parses('sum(rate(up[5m])')).to.equal(false);
  });

  it('has an alert or a panel for each figure of Parlour’s own', () => {
    const watched = new Set(queries.flatMap(metricNames));
    const rows = readFileSync('README.md', 'utf8').match(/^\| `parlour_.+? \|/gm)!;
    const listed = rows.flatMap((row) => row.match(/parlour_[a-z_]+/g)!);
    expect(listed.filter((name) => !has(watched, name))).to.deep.equal([]);
  });
});

/** A histogram is read by its parts. */
const has = (watched: Set<string>, name: string) =>
  ['', '_bucket', '_sum', '_count'].some((part) => watched.has(name + part));

function parses(query: string): boolean {
  let isWhole = true;
  parser.parse(query).iterate({
    enter({ type }) {
      if (type.isError) isWhole = false;
    },
  });
  return isWhole;
}
