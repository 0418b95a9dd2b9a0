/** Attribute types by the short names of RFC 4514, section 3, and those OpenSSL prints (X.520, RFC 4519). */
const OID_OF: Readonly<Record<string, string>> = {
  cn: '2.5.4.3',
  sn: '2.5.4.4',
  serialnumber: '2.5.4.5',
  c: '2.5.4.6',
  l: '2.5.4.7',
  st: '2.5.4.8',
  street: '2.5.4.9',
  o: '2.5.4.10',
  ou: '2.5.4.11',
  title: '2.5.4.12',
  businesscategory: '2.5.4.15',
  postalcode: '2.5.4.17',
  gn: '2.5.4.42',
  organizationidentifier: '2.5.4.97',
  jurisdictionl: '1.3.6.1.4.1.311.60.2.1.1',
  jurisdictionst: '1.3.6.1.4.1.311.60.2.1.2',
  jurisdictionc: '1.3.6.1.4.1.311.60.2.1.3',
  emailaddress: '1.2.840.113549.1.9.1',
  uid: '0.9.2342.19200300.100.1.1',
  dc: '0.9.2342.19200300.100.1.25',
};

/** Its attributes in one spelling, which is all that is needed to compare: sets within a list. */
type RelativeName = readonly string[];

/**
 * Whether a name a client registered (`tls_client_auth_subject_dn`, a string of RFC 4514, most specific part first) is the
 * subject of a certificate (`X509Certificate.subject`, one line for each part, most general first). RFC 8705, section
 * 2.1.2, and the comparison of RFC 4517, section 4.2.15: neither case nor the width of spaces counts.
 */
export function isSameName(registered: string, subject: string): boolean {
  const wanted = relativeNames(split(registered, ','))?.toReversed();
  const shown = relativeNames(subject.split('\n'));
  if (wanted === undefined || shown === undefined || wanted.length === 0) return false;
  return JSON.stringify(wanted) === JSON.stringify(shown);
}

function relativeNames(parts: readonly string[]): readonly RelativeName[] | undefined {
  const names = parts.map((part) => split(part, '+').map(attribute));
  const complete = names.map((name) => name.filter((each) => each !== undefined));
  if (complete.some((name, at) => name.length !== names[at]?.length)) return undefined;
  return complete.map((name) => name.toSorted());
}

function attribute(text: string): string | undefined {
  const [, type = '', value = ''] = /^\s*([A-Za-z][\w-]*|\d+(?:\.\d+)+)\s*=(.*)$/s.exec(text) ?? [];
  const oid = OID_OF[type.toLowerCase()] ?? type.toLowerCase();
  const plain = value.trimStart().startsWith('#') ? fromHex(value.trim()) : unescape(value);
  if (type === '' || plain === undefined) return undefined;
  const compared = plain.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
  return `${oid}=${compared}`;
}

/** At every separator that is not escaped. */
function split(text: string, separator: ',' | '+'): readonly string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(/\\.|[^\\]|\\$/gs)) {
    if (piece === separator) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts;
}

/** RFC 4514, section 2.4: a backslash before a character of meaning, or before two digits for one byte of UTF-8. */
function unescape(value: string): string | undefined {
  const bytes: Buffer[] = [];
  for (const [piece, hex, character] of value.matchAll(/\\([0-9a-f]{2})|\\(.)|[^\\]+|\\$/gis)) {
    if (piece === '\\') return undefined;
    if (hex !== undefined) bytes.push(Buffer.from(hex, 'hex'));
    else bytes.push(Buffer.from(character ?? piece, 'utf8'));
  }
  return Buffer.concat(bytes).toString('utf8');
}

/** `#` and the value as BER; of those only short strings are understood. */
function fromHex(value: string): string | undefined {
  if (!/^#(?:[0-9a-f]{2})+$/i.test(value)) return undefined;
  const ber = Buffer.from(value.slice(1), 'hex');
  const content = ber.subarray(2);
  if (content.length >= 0x80 || ber[1] !== content.length) return undefined;
  return content.toString('utf8');
}
