/** An image for real scanners, made here: an Alpine 3.10 of one package, and a layer upon it; and what is said of it in a bill of materials and in OpenVEX. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The vulnerability that scanners know of the image, and the package that has it. */
export const known = { id: 'CVE-2019-14697', purl: 'pkg:apk/alpine/musl@1.1.22-r2', fixed: '1.1.22-r3' };

/** A tar of files. Source: POSIX.1-1988, ustar. */
function tar(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const body = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write('        0', 148);
    head.write('ustar\0' + '00', 257);
    const sum = head.reduce((a, b) => a + b, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** `sha256:...` of bytes. */
export const sha = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image in parts: the bytes of its configuration, and its layers from the lowest. */
export interface Layered {
  readonly config: Buffer;
  readonly layers: readonly Buffer[];
}

/** The image. */
export function layered(): Layered {
  const base = tar({
    'etc/os-release': 'ID=alpine\nVERSION_ID=3.10.2\nPRETTY_NAME="Alpine Linux v3.10"\n',
    'lib/apk/db/installed': 'P:musl\nV:1.1.22-r2\nA:x86_64\no:musl\nL:MIT\n\n',
  });
  const own = tar({ 'app/read.me': 'nothing' });
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [sha(base), sha(own)] },
    history: [
      { created_by: 'ADD alpine.tar /' },
      { created_by: 'CMD ["/bin/sh"]', empty_layer: true },
      { created_by: 'COPY app /app' },
    ],
  });
  return { config: Buffer.from(config), layers: [base, own] };
}

/** As `docker save` writes it. @returns its path in a folder. */
export function archive(folder: string): string {
  const { config, layers } = layered();
  const [base = Buffer.alloc(0), own = Buffer.alloc(0)] = layers;
  const manifest = [{ Config: 'config.json', RepoTags: ['seaworthy-test/app:1'], Layers: ['base.tar', 'own.tar'] }];
  const path = join(folder, 'app.tar');
  writeFileSync(
    path,
    tar({ 'manifest.json': JSON.stringify(manifest), 'config.json': config, 'base.tar': base, 'own.tar': own }),
  );
  return path;
}

/** A bill of materials in CycloneDX. @returns its path in a folder. */
export function billOfMaterials(folder: string): string {
  const path = join(folder, 'bom.json');
  const purl = `${known.purl}?arch=x86_64&distro=3.10.2`;
  const components = [
    { type: 'operating-system', name: 'alpine', version: '3.10.2', 'bom-ref': 'os' },
    { type: 'library', name: 'musl', version: '1.1.22-r2', 'bom-ref': purl, purl },
  ];
  writeFileSync(path, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }));
  return path;
}

/** That the package is not affected, in OpenVEX. @returns its path in a folder. */
export function openVex(folder: string): string {
  const statement = {
    vulnerability: { name: known.id },
    products: [{ '@id': known.purl }],
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
  };
  const head = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.com/vex/1',
    author: 'a',
    timestamp: '2026-11-28T00:00:00Z',
    version: 1,
  };
  const path = join(folder, 'web.openvex.json');
  writeFileSync(path, JSON.stringify({ ...head, statements: [statement] }));
  return path;
}
