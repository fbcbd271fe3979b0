import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSources } from '../../../web-components/manifest/sources.build.ts';
import { buildManifest, readElements } from '../../../web-components/manifest.build.ts';

/** What is said to be wrong once a text of one file is another one. */
function wrongAfter(path: string, before: string, after: string): string[] {
  const { code } = readSources().get(path)!;
  expect(code, path).to.contain(before);
  return readElements(readSources({ [path]: code.replace(before, after) })).wrong;
}

describe('the manifest of the elements', () => {
  it('says of each element for others what its code does, with a sentence each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parlour-manifest-'));
    await buildManifest(folder);
    const { modules } = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations: { tagName: string; [kind: string]: unknown }[] }[];
    };
    rmSync(folder, { recursive: true });
    const elements = modules.flatMap(({ declarations }) => declarations);
    expect(elements.map(({ tagName }) => tagName).sort()).to.deep.equal([
      'parlour-chat',
      'parlour-figure-chart',
      'parlour-figure-tiles',
      'parlour-message',
      'parlour-transcript',
    ]);
    const chat = elements.find(({ tagName }) => tagName === 'parlour-chat')!;
    const names = (kind: string) => (chat[kind] as { name: string }[]).map(({ name }) => name);
    expect(names('members')).to.deep.equal(['texts', 'identity', 'open', 'close', 'send', 'startOver']);
    expect(names('cssParts')).to.deep.equal(['frame', 'header', 'scroller', 'bubble', 'footer']);
    expect(names('attributes')).to.include.members(['site', 'theme', 'open', 'title', 'lang', 'media']);
  });

  for (const [what, path, before, after, ...wrong] of [
    [
      'an attribute that nobody is told of',
      'widget.ts',
      "this.#said('height')",
      "this.#said('tall')",
      'parlour-chat: attribute "tall" is in the code and not in the comment',
      'parlour-chat: attribute "height" is in the comment and not in the code',
    ],
    [
      'an event of the app that the loader stands for',
      'chat/panel.ts',
      "this.tell('open')",
      "this.tell('opened')",
      'parlour-chat: event "parlour-opened" is in the code and not in the comment',
      'parlour-chat: event "parlour-open" is in the comment and not in the code',
    ],
    [
      'an event of an element within',
      'widget.ts',
      ' * @fires parlour-retry - the visitor sends a failed message again; `detail` is its id\n',
      '',
      'parlour-chat: event "parlour-retry" is in the code and not in the comment',
    ],
    [
      'a variable that an element within reads',
      'message-bubble.styles.ts',
      'var(--parlour-on-accent)',
      'var(--parlour-letters)',
      'parlour-message: variable "--parlour-letters" is in the code and not in the comment',
      'parlour-message: variable "--parlour-on-accent" is in the comment and not in the code',
      'parlour-transcript: variable "--parlour-letters" is in the code and not in the comment',
      'parlour-transcript: variable "--parlour-on-accent" is in the comment and not in the code',
      'parlour-chat: variable "--parlour-letters" is in the code and not in the comment',
    ],
    [
      'a colour that data may choose',
      'figures/charts.ts',
      "'passed' | 'issue'",
      "'passed' | 'issue' | 'gone'",
      'parlour-figure-chart: variable "--parlour-gone" is in the code and not in the comment',
    ],
    [
      'a slot',
      'transcript.ts',
      '<slot name="start">',
      '<slot name="begin">',
      'parlour-transcript: slot "begin" is in the code and not in the comment',
      'parlour-transcript: slot "start" is in the comment and not in the code',
    ],
    [
      'a part',
      'transcript.ts',
      'part="scroller"',
      'part="list"',
      'parlour-transcript: part "list" is in the code and not in the comment',
      'parlour-transcript: part "scroller" is in the comment and not in the code',
    ],
    [
      'a property without a sentence',
      'figures/figure-tiles.ts',
      '  /** The figures, in order. */\n',
      '',
      'parlour-figure-tiles: tiles says nothing',
    ],
  ] as const)
    it(`is not made with ${what} on one side alone`, () => {
      expect(wrongAfter(path, before, after)).to.have.members(wrong);
    });

  it('is not made where a part of the app is not passed on, or a name can’t be read', () => {
    expect(() => wrongAfter('chat/header-view.ts', 'part="header"', 'part="head"')).to.throw(
      '"head" is not both',
    );
    expect(() => wrongAfter('widget.ts', "this.#said('height')", 'this.#said(size())')).to.throw(
      /widget\.ts:\d+ asks for an attribute/,
    );
  });
});
