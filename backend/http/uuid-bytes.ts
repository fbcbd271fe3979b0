/** UUIDs as their 16 bytes, for tokens and cursors. */
export const parse = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

export const stringify = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
