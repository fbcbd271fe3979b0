import { expect } from 'chai';
import type { ExportRecord } from '../../backend/exports/record.ts';
import { spreadsheetText } from '../../backend/exports/spreadsheet-text.ts';
import { csvOf } from '../../dashboard/ui/figures/csv.ts';
import { ALL_FORMULAS, FORMULAS, HARMLESS, runsAsFormula } from '../support/corpus/formulas.ts';
import { undecided } from '../support/corpus/strangers.ts';
import { EverywhereWriter } from '../support/corpus/write-everywhere.ts';
import { readCellsLoosely, readCsv } from '../support/csv-reader.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';

/** The same text as it may stand in a file of rows: one kind of line break, nothing that can't be seen on any screen. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
/** Takes out the apostrophes that were put in. */
const restored = (cell: string) =>
  cell
    .replace(/^'(?=[\t\n])/, '')
    .replace(/^'(.*)$/su, (whole, rest) => (runsAsFormula(rest) ? rest : whole))
    .replace(/([;\t\n])'(?=["\p{Z}\p{Cf}\p{Mn}]*[=+\-@＝＋－＠])/gu, '$1');

/**
 * A file that no program takes for anything but text, whatever it holds to be the end of a cell.
 * @returns how many cells were looked at
 */
function expectNoFormula(file: string): number {
  const text = file.replace(/^\ufeff/, '');
  let looked = 0;
  for (const [row, cells] of Object.entries(readCsv(text)))
    for (const [column, cell] of Object.entries(cells)) {
      looked += 1;
      expect(
        runsAsFormula(cell) || /^[\t\r\n]/.test(cell),
        `${column} in ${row}: ${JSON.stringify(cell)}`,
      ).to.equal(false);
    }
  for (const separator of [',', ';', '\t', '|'])
    expect(readCellsLoosely(text, separator).filter(runsAsFormula), JSON.stringify(separator)).to.deep.equal(
      [],
    );
  return looked;
}

/** Conversations that are filled. */
const ROUNDS = 5;

describe('spreadsheets (promise 17)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour.stop());

  it('never find a formula in an export, whatever was written into whichever field', async () => {
    expect(undecided(parlour.routes)).to.deep.equal([]);
    const writer = await EverywhereWriter.for(parlour);
    // Some forty fields a time, each another text: every text gets into several of them.
    const texts = [...FORMULAS, ...HARMLESS];
    let next = 0;
    const write = (_: string, max: number) => texts[next++ % texts.length]!.slice(0, max);
    for (let n = 0; n < ROUNDS; n++) await writer.write(write);
    expect(next).to.be.greaterThan(2 * texts.length);
    expect(
      [...writer.refused].filter((field) => !/e-?mail|phone|page\.url|locale|timezone/.test(field)),
    ).to.deep.equal([]);

    const response = await parlour.admin.call<string>('/api/v1/exports/sessions.csv');
    const cells = expectNoFormula(response.body);
    const rows = new Map(readCsv(response.body).map((row) => [row.session_id, row]));
    const records = (await parlour.admin.get('/api/v1/exports/sessions.json')) as ExportRecord[];
    expect(records).to.have.length(2 * ROUNDS);
    for (const { session, lead, messages } of records) {
      const row = rows.get(session.id)!;
      const told: Record<string, string | null | undefined> = {
        name: lead?.name,
        company: lead?.company,
        rating_comment: session.rating?.comment,
        page_title: session.page.title,
        utm_source: session.utm.source,
        utm_content: session.utm.content,
      };
      for (const [column, text] of Object.entries(told))
        expect(restored(row[column]!), column).to.equal(plain(text ?? ''));
      for (const { text } of messages) expect(restored(row.conversation!)).to.include(restored(plain(text)));
    }
    const formulas = readCsv(response.body).flatMap((row) => Object.values(row).filter(runsAsFormula));
    measured(
      17,
      counted`${texts.length} texts written ${next} times, ${cells} cells exported, ${formulas.length} formulas`,
    );
  });

  it('never find one in what the dashboard saves, or in any text at all', async () => {
    const texts = [...ALL_FORMULAS, ...HARMLESS];
    const file = await csvOf([['name', 'count', 'again'], ...texts.map((text) => [text, -5, text])]).text();
    const rows = readCsv(file);
    expect(rows.map(({ name }) => name)).to.deep.equal(texts.map(spreadsheetText));
    expect(rows.map(({ name }) => restored(name!))).to.deep.equal(texts.map(plain));
    expect(rows[0]!.count, 'numbers stay numbers').to.equal('-5');
    expectNoFormula(file.replaceAll(',-5,', ',5,'));
    for (const text of HARMLESS) expect(spreadsheetText(text)).to.equal(plain(text));
  });

  it('are spared quickly from a text made to be slow', () => {
    for (const piece of ['\n', ' ', '\t ', ';"', '\u200b\u00a0', '\u0300'])
      expect(spreadsheetText(piece.repeat(50_000)).length).to.be.greaterThan(0);
  }).timeout(2_000);
});
