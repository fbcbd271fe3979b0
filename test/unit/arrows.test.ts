import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';

/**
 * Who may import whom: environment, config, errors, keys, log <- db <- models <- events, jobs <- http <- features <-
 * integrations <- app, worker <- start, process, index. A folder that is not named here is a feature.
 */
const LAYERS = [
  'environment config errors keys log node-version',
  'db',
  'models',
  'events jobs',
  'http',
  '*',
  'integrations',
  'app worker first-start',
  'start',
  'index process build',
];

const layerOf = (part: string) => {
  const found = LAYERS.findIndex((names) => names.split(' ').includes(part));
  return found >= 0 ? found : LAYERS.indexOf('*');
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

describe('the arrows between the parts', () => {
  it('the backend’s imports go down the layers only; types may come from a feature’s schema', () => {
    const wrong = importsBelow('backend').filter(({ from, to, typeOnly }) => {
      if (!to.startsWith('backend/')) return to !== 'package.json' && !to.startsWith('node:');
      if (typeOnly && isWire(to)) return false;
      return layerOf(partOf(to)) > layerOf(partOf(from));
    });
    expect(wrong.map(shown)).to.deep.equal([]);
  });

  it('only one file names the queue library, and one the web components’ toolkit', () => {
    const users = filesBelow('backend').filter((file) => /from 'pg-boss'/.test(readFileSync(file, 'utf8')));
    expect(users).to.deep.equal(['backend/jobs/queue.ts']);
    const shoelace = filesBelow('dashboard').filter((file) =>
      valueImports(file).some((line) => line.includes('@shoelace-style')),
    );
    expect(shoelace).to.deep.equal(['dashboard/shoelace.ts']);
  });

  it('browser code takes only types from the backend, and only wire types', () => {
    const wrong = [...importsBelow('web-components'), ...importsBelow('dashboard')].filter(
      ({ to, typeOnly }) =>
        to.startsWith('backend/') && !(typeOnly && (isWire(to) || to === 'backend/events/catalogue.ts')),
    );
    expect(wrong.map(shown)).to.deep.equal([]);
  });

  it('the dashboard’s elements and calls know no page, and its calls no element', () => {
    const above: Record<string, string[]> = {
      ui: ['pages'],
      controllers: ['pages'],
      api: ['pages', 'ui'],
    };
    const wrong = importsBelow('dashboard').filter(({ from, to }) =>
      above[partOf(from)]?.includes(partOf(to)),
    );
    expect(wrong.map(shown)).to.deep.equal([]);
  });

  it('web components know nothing of the dashboard, and need lit alone', () => {
    const wrong = importsBelow('web-components').filter(({ to }) => to.startsWith('dashboard/'));
    expect(wrong.map(shown)).to.deep.equal([]);
    const others = filesBelow('web-components')
      .filter((file) => !/build\.ts$/.test(file))
      .flatMap((file) => valueImports(file).map((line) => [file, /from '([^.'][^']*)'/.exec(line)?.[1]]))
      .filter(([, name]) => name && !/^lit(\/|$)/.test(name));
    // Figures are drawn for staff, in the dashboard and in wp-admin; no visitor loads them.
    expect(others).to.deep.equal([['web-components/figures/charts.ts', 'chart.js']]);
  });
});

/** `schema.ts`, or a part of one such as `agent-schema.ts`. */
const isWire = (file: string) => /[/-]schema\.ts$/.test(file);

const shown = ({ from, to }: Import) => `${from} -> ${to}`;

/** `backend/http/route.ts` -> `http`; `backend/config.ts` -> `config`. */
const partOf = (file: string) => file.split('/')[1]!.replace(/\.ts$/, '');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

const importLines = (file: string) =>
  readFileSync(file, 'utf8').match(/^(import|export)\b[^;]*?from '[^']+'/gm) ?? [];

const valueImports = (file: string) =>
  importLines(file).filter((line) => !/^(import|export) type/.test(line));

function importsBelow(folder: string): Import[] {
  return filesBelow(folder).flatMap((from) =>
    importLines(from).flatMap((line) => {
      const target = /from '(\.[^']+)'/.exec(line)?.[1];
      if (!target) return [];
      const to = relative('.', normalize(join(dirname(from), target)));
      return [{ from, to, typeOnly: /^(import|export) type/.test(line) }];
    }),
  );
}
