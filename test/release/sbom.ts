/**
 * What Parlour and its plugin are made of, as CycloneDX 1.5 in JSON. npm writes the list from the lock file; what would
 * differ from run to run or from machine to machine (times, numbers, the folder's name, addresses) is left out.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Circumstances, run } from './command.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  scope?: string;
  description?: string;
  purl?: string;
  licenses?: unknown;
  externalReferences?: unknown;
}
interface Sbom {
  metadata: { component: Component; [other: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
  [other: string]: unknown;
}

const NPM_SBOM = ['npm', 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application'];
const FOR_RUNNING = ['--omit=dev', '--package-lock-only', '--loglevel=error'];

/** Writes both into `dist`. */
export async function writeSboms(where: Circumstances): Promise<void> {
  const product = await productSbom(where);
  const lists = { parlour: product, 'parlour-wordpress': await pluginSbom(product, where) };
  for (const [name, list] of Object.entries(lists))
    writeFileSync(join(where.folder, 'dist', `${name}.cdx.json`), `${JSON.stringify(list, null, 2)}\n`);
}

/** Of the product: everything that `npm ci --omit=dev` installs, and so all that is in the widget and the dashboard. */
async function productSbom(where: Circumstances): Promise<Sbom> {
  const sbom: Sbom = JSON.parse(await run([...NPM_SBOM, ...FOR_RUNNING], where));
  const { timestamp, tools, ...metadata } = sbom.metadata;
  const { serialNumber, ...rest } = sbom;
  const component = named(withoutAddresses(metadata.component), 'parlour');
  return {
    ...rest,
    metadata: { ...metadata, component },
    components: sbom.components.map(withoutAddresses).sort(byRef),
    dependencies: sbom.dependencies.sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

/** Of the plugin: the packages whose code the bundler puts into its script. WordPress itself brings all others. */
async function pluginSbom(product: Sbom, { folder }: Circumstances): Promise<Sbom> {
  const { metafile } = await build({
    entryPoints: [join(folder, 'wp-plugin/figures.ts')],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).flatMap(
    (file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  );
  const components = product.components.filter(({ name }) => packages.includes(name));
  const shipped = components.map((component) => component['bom-ref']);
  const component = {
    ...named(product.metadata.component, 'parlour-wordpress'),
    description: 'The WordPress plugin of Parlour.',
    licenses: [{ license: { id: 'GPL-2.0-or-later' } }],
  };
  return {
    ...product,
    metadata: { ...product.metadata, component },
    components,
    dependencies: [
      { ref: component['bom-ref'], dependsOn: shipped },
      ...product.dependencies
        .filter((entry) => shipped.includes(entry.ref))
        .map((entry) => ({ ...entry, dependsOn: entry.dependsOn?.filter((on) => shipped.includes(on)) })),
    ],
  };
}

/** Parlour is not on npm, where anybody may call something else so. */
const named = (component: Component, name: string): Component => {
  const ref = `${name}@${component.version}`;
  return { ...component, 'bom-ref': ref, name, purl: `pkg:generic/${ref}` };
};

const withoutAddresses = ({ externalReferences, ...component }: Component): Component => component;

const byRef = (a: Component, b: Component) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);
