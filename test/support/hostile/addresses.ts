/**
 * Addresses in the spellings that get past careless filters: data for whoever tries what an admin may type.
 */

/** Cloud metadata and link-local addresses, in the spellings that get past careless filters. */
export const NEVER = [
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.169.254./',
  'http://2852039166/',
  'http://0xA9FEA9FE/',
  'http://0xa9.0xfe.0xa9.0xfe/',
  'http://0251.0376.0251.0376/',
  'http://025177524776/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://１６９.254.169.254/',
  'http://169。254。169。254/',
  'http://user:password@169.254.169.254:80/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[fe80::1]/',
  'http://[febf::1]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://metadata.google.internal/',
  'http://METADATA.Google.Internal./computeMetadata/v1/',
  'http://metadata/',
  'http://instance-data/latest/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[ff02::1]/',
];
/** This machine and private networks: only where the operator allows them. */
export const PRIVATE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://[fd12::1]/',
];
export const ANYWHERE = [
  'https://example.com/hook?key=1',
  'http://93.184.216.34/',
  'https://[2606:2800:220:1::1]/',
  'https://my-metadata.example.com/',
];
export const NOT_HTTP = [
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'data:text/plain,x',
];

/** Ways to write this machine's own address, with a port to be put behind. */
export const THIS_MACHINE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '017700000001',
  '0x7f.0.0.1',
  '0x7f000001',
  '127.0.0.1.',
  '１２７.0.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  'localhost',
  'LOCALHOST',
  'ｌocalhost',
  '0.0.0.0',
  '0',
  'user:password@127.0.0.1',
  'landing.example@127.0.0.1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:7f00:0001]',
  '[64:ff9b::7f00:1]',
] as const;
