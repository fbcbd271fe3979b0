/**
 * Reads CSV as RFC 4180 says, and nothing more: an error for whatever the grammar does not allow. Independent of what
 * writes our exports.
 */

/** Rows by column name. @throws Error naming the place */
export function readCsv(text: string): Array<Record<string, string>> {
  const [head, ...rows] = readRows(text.startsWith('\ufeff') ? text.slice(1) : text);
  return rows.map((row, index) => {
    if (row.length !== head!.length)
      throw new Error(`row ${index + 1} has ${row.length} cells of ${head!.length}`);
    return Object.fromEntries(row.map((cell, column) => [head![column]!, cell]));
  });
}

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const { cell, end } = text[at] === '"' ? quoted(text, at) : plain(text, at);
      row.push(cell);
      at = end;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n')
      throw new Error(`no line end at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  for (let at = start + 1; ; at++) {
    if (at >= text.length) throw new Error(`a quote is never closed, from ${start}`);
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return { cell, end: at + 1 };
  }
}

function plain(text: string, start: number): { cell: string; end: number } {
  const cell = /[^",\r\n]*/y;
  cell.lastIndex = start;
  const found = cell.exec(text)![0];
  return { cell: found, end: start + found.length };
}

/**
 * Cells as a spreadsheet finds them that goes by another separator: a quote only means something where a cell begins,
 * and what stands behind the closing one belongs to the cell.
 */
export function readCellsLoosely(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isAtStart = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (isAtStart && sign === '"') {
      isQuoted = true;
      isAtStart = false;
    } else if (sign === separator || sign === '\n' || sign === '\r') {
      cells.push(cell);
      cell = '';
      isAtStart = true;
    } else {
      cell += sign;
      isAtStart = false;
    }
  }
  return [...cells, cell];
}
