/**
 * Remembering whom to forget: a row in the database, and a line in a file beside it. An older backup brings the person
 * back and takes the row away; the line stays, and has them erased again (erase-again).
 */
import { createHmac } from 'node:crypto';
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Config, deriveKey } from '../config.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { Actor } from '../staff/audit.ts';
import type { Contact } from './contact.ts';
import type { PersonCounts } from './schema.ts';

/** A line of the file: no name, no address, no number. */
export interface Erasure {
  id: string;
  at: string;
  siteId: string | null;
  emailHash: string | null;
  phoneHash: string | null;
  sessionIds: string[];
}

export class Erasures {
  private readonly file: string;
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    config: Config,
    private readonly log: Logger,
  ) {
    this.file = join(config.dataDir, 'erasures.log');
    this.key = deriveKey(config, 'erasures');
  }

  /** The same contact has the same hash, under this APP_SECRET. */
  hash(value: string): string {
    return createHmac('sha256', this.key).update(value).digest('base64url');
  }

  /** Inside the transaction that erases. Give what it returns to `keep` after the commit. */
  async record(
    trx: Transaction,
    by: Actor,
    what: {
      id: string;
      siteId: string | null;
      contact?: Contact;
      sessionIds: string[];
      counts: Partial<PersonCounts>;
    },
  ): Promise<Erasure> {
    const { email, phone } = what.contact ?? { email: null, phone: null };
    const [row] = await trx('erasures')
      .insert({
        id: what.id,
        actorKind: by.kind === 'key' ? 'api_key' : by.kind,
        actorId: by.kind === 'staff' ? by.userId : by.kind === 'key' ? by.keyId : null,
        actorName: 'name' in by ? by.name : null,
        siteId: what.siteId,
        emailHash: email && this.hash(email),
        phoneHash: phone && this.hash(phone),
        sessionIds: what.sessionIds,
        counts: JSON.stringify(what.counts),
      })
      .returning(COLUMNS);
    return lineOf(row);
  }

  /** Writes the line to the disk. Where that fails the hourly round does it later. */
  async keep(erasure: Erasure): Promise<void> {
    try {
      await this.append([erasure]);
    } catch (error) {
      this.log.error({ err: errorForLog(error) }, 'the list of erasures could not be written');
    }
  }

  /** Every line there is; one that was cut off by a crash is passed over. */
  async read(): Promise<Erasure[]> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Erasure] : [];
      } catch {
        this.log.warn('a line of the list of erasures could not be read');
        return [];
      }
    });
  }

  /** Brings what the database knows and the file does not into the file: erased by a process with another folder. */
  async catchUp(): Promise<void> {
    const known = new Set((await this.read()).map(({ id }) => id));
    const rows: Row[] = await this.database('erasures').select(COLUMNS).orderBy('at');
    const missing = rows.filter(({ id }) => !known.has(id)).map(lineOf);
    if (missing.length > 0) await this.append(missing);
  }

  private async append(erasures: readonly Erasure[]): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    // A line break first: the last line may have been cut off.
    const lines = erasures.map((erasure) => `\n${JSON.stringify(erasure)}\n`).join('');
    await appendFile(this.file, lines, { mode: 0o600 });
    const file = await open(this.file, 'r+');
    await file.sync();
    await file.close();
  }
}

const COLUMNS = ['id', 'at', 'siteId', 'emailHash', 'phoneHash', 'sessionIds'];

type Row = Omit<Erasure, 'at'> & { at: Date };

const lineOf = ({ id, at, siteId, emailHash, phoneHash, sessionIds }: Row): Erasure => ({
  id,
  at: at.toISOString(),
  siteId,
  emailHash,
  phoneHash,
  sessionIds,
});
