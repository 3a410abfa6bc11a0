/** IP addresses and blocks of them, both versions. Sources: RFC 4632 (CIDR), RFC 4291 section 2.2 (text of IPv6), RFC 1918, RFC 4193. */

/** A block of addresses in CIDR notation, in numbers. */
export interface Block {
  readonly version: 4 | 6;
  /** The first address, as a number. */
  readonly start: bigint;
  /** Length of the prefix, in bits. */
  readonly bits: number;
}

/** @param text an address (`10.0.0.1`) or a block (`10.0.0.0/8`). @returns undefined when it is neither. */
export function readBlock(text: string): Block | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const version = address.includes(':') ? 6 : 4;
  const width = version === 4 ? 32 : 128;
  const bits = slash < 0 ? width : digits(text.slice(slash + 1));
  const value = version === 4 ? readIpv4(address) : readIpv6(address);
  if (value === undefined || bits === undefined || bits > width) return undefined;
  return { version, start: value & maskOf(bits, width), bits };
}

/** Whether the inner block lies in the outer one; addresses are blocks of one. */
export function contains(outer: Block, inner: Block): boolean {
  const width = outer.version === 4 ? 32 : 128;
  return (
    outer.version === inner.version &&
    outer.bits <= inner.bits &&
    (inner.start & maskOf(outer.bits, width)) === outer.start
  );
}

const overlaps = (a: Block, b: Block): boolean => contains(a, b) || contains(b, a);

/** Every address of its version. */
export const isEverything = (block: Block): boolean => block.bits === 0;

/** Whether blocks together hold every address of a version: `0.0.0.0/1` and `128.0.0.0/1` do. */
export function coverEverything(blocks: readonly Block[]): boolean {
  return ([4, 6] as const).some((version) => {
    const width = version === 4 ? 32 : 128;
    let reached = 0n;
    for (const { start, bits } of blocks
      .filter((block) => block.version === version)
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
      if (start > reached) return false;
      const end = start + (1n << BigInt(width - bits));
      if (end > reached) reached = end;
    }
    return reached === 1n << BigInt(width);
  });
}

/** Whether addresses of pods and nodes, which are private ones as a rule, may lie in the block. */
export const holdsPrivate = (block: Block): boolean => privateBlocks.some((known) => overlaps(known, block));

/** Whether all of a block is private. */
export const isPrivate = (block: Block): boolean => privateBlocks.some((known) => contains(known, block));

const linkLocal = ['169.254.0.0/16', 'fe80::/10'].flatMap((text) => readBlock(text) ?? []);

/** Addresses of one link alone (RFC 3927, RFC 4291 section 2.5.6), such as the metadata of clouds and caches on the node. */
export const isLinkLocal = (block: Block): boolean => linkLocal.some((known) => contains(known, block));

function maskOf(bits: number, width: number): bigint {
  return ((1n << BigInt(bits)) - 1n) << BigInt(width - bits);
}

function digits(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.').map(digits);
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (part === undefined || part > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function readIpv6(text: string): bigint | undefined {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (embedded !== null) {
    const low = readIpv4(embedded[2] ?? '');
    return low === undefined
      ? undefined
      : readIpv6(`${embedded[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups =
    tail === undefined
      ? head
      : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  if (groups.length !== 8) return undefined;
  let value = 0n;
  for (const group of groups) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return undefined;
    value = (value << 16n) | BigInt(`0x${group}`);
  }
  return value;
}

const privateBlocks: readonly Block[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  // Shared address space (RFC 6598), which clouds give to pods.
  '100.64.0.0/10',
  'fc00::/7',
].flatMap((text) => readBlock(text) ?? []);
