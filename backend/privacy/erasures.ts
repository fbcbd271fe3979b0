/**
 * Remembering whom to forget: a row in the database, and a line in a file beside it. An older backup brings the person
 * back and takes the row away; the line stays, and has them erased again (erase-again).
 */
import { createHmac } from 'node:crypto';
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { deriveKeys, everyKey, type Keys, type Secrets } from '../keys.ts';
import { errorForLog, type Logger } from '../log.ts';
import { keyMark, openKey, readKeptKeys, sealKey } from '../rotation/kept-keys.ts';
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

/** Another kind of line: a key from before APP_SECRET was changed, sealed with the present one. */
interface KeyLine {
  mark: string;
  key: string;
}

export class Erasures {
  private readonly file: string;
  private keys: Keys;

  private constructor(
    private readonly database: Database,
    config: Config,
    private readonly secrets: Secrets,
    private readonly log: Logger,
  ) {
    this.file = join(config.dataDir, 'erasures.log');
    this.keys = deriveKeys(secrets, 'erasures');
  }

  static async open(database: Database, config: Config, log: Logger): Promise<Erasures> {
    const erasures = new Erasures(database, config, config, log);
    await erasures.findKeys();
    return erasures;
  }

  /** The same contact has the same hash, until APP_SECRET is changed. */
  hash(value: string): string {
    return hashWith(this.keys.current, value);
  }

  /** All hashes a contact may have been kept by. */
  hashes(value: string): string[] {
    return everyKey(this.keys).map((key) => hashWith(key, value));
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

  /** Every erasure there is. */
  async read(): Promise<Erasure[]> {
    return (await this.lines()).filter((line) => 'id' in line);
  }

  /** A line that was cut off by a crash is passed over. */
  private async lines(): Promise<Array<Erasure | KeyLine>> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Erasure | KeyLine] : [];
      } catch {
        this.log.warn('a line of the list of erasures could not be read');
        return [];
      }
    });
  }

  /** Brings what the database knows and the file does not into the file: erased by a process with another folder, or the
   * key of an older secret. */
  async catchUp(): Promise<void> {
    const known = new Set((await this.read()).map(({ id }) => id));
    const rows: Row[] = await this.database('erasures').select(COLUMNS).orderBy('at');
    const missing = rows.filter(({ id }) => !known.has(id)).map(lineOf);
    await this.findKeys();
    const { previousSecret: _, ...alone } = this.secrets;
    const sealed = (await this.lines()).filter(
      (line) => 'key' in line && openKey(line.key, 'erasures', alone),
    );
    const marks = new Set(sealed.map((line) => 'mark' in line && line.mark));
    const keys = this.keys.older
      .filter((key) => !marks.has(keyMark(key)))
      .map((key) => ({ mark: keyMark(key), key: sealKey(key, 'erasures', alone) }));
    if (missing.length + keys.length > 0) await this.append([...keys, ...missing]);
  }

  /** Older keys stand in the database, and here beside it: an older backup has not heard of them. */
  private async findKeys(): Promise<void> {
    const kept = [...(await readKeptKeys(this.database, this.secrets)).erasures];
    for (const line of await this.lines()) {
      const key = 'key' in line && openKey(line.key, 'erasures', this.secrets);
      if (key) kept.push(key);
    }
    this.keys = deriveKeys(this.secrets, 'erasures', kept);
  }

  private async append(added: ReadonlyArray<Erasure | KeyLine>): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    // A line break first: the last line may have been cut off.
    const lines = added.map((line) => `\n${JSON.stringify(line)}\n`).join('');
    await appendFile(this.file, lines, { mode: 0o600 });
    const file = await open(this.file, 'r+');
    await file.sync();
    await file.close();
  }
}

const hashWith = (key: Buffer, value: string) => createHmac('sha256', key).update(value).digest('base64url');

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
