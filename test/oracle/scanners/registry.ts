/** A registry on this machine with one image in an index, for real scanners. Source: OCI distribution specification 1.1, pulling. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Layered, sha } from './real-image.ts';

export interface Registry {
  /** `localhost:PORT`, which scanners ask without TLS. */
  readonly host: string;
  /** `sha256:...` of the index. */
  readonly digest: string;
  close(): void;
}

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
} as const;

/** @param name of the image's repository; every tag of it is the image. */
export async function startRegistry(name: string, { config, layers }: Layered): Promise<Registry> {
  const blobs = new Map<string, Buffer>();
  const add = (mediaType: string, bytes: Buffer) => {
    blobs.set(sha(bytes), bytes);
    return { mediaType, digest: sha(bytes), size: bytes.length };
  };
  const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
  const manifest = json({
    schemaVersion: 2,
    mediaType: types.manifest,
    config: add(types.config, config),
    layers: layers.map((layer) => add(types.layer, layer)),
  });
  const platform = { architecture: 'amd64', os: 'linux' };
  const index = json({
    schemaVersion: 2,
    mediaType: types.index,
    manifests: [{ ...add(types.manifest, manifest), platform }],
  });
  const server = createServer(({ url = '', method }, response) => {
    const [, kind, reference = ''] = /^\/v2\/.+\/(manifests|blobs)\/([^/?]+)$/.exec(url) ?? [];
    const isOurs = url.startsWith(`/v2/${name}/`);
    const isIndex = kind === 'manifests' && (reference === sha(index) || !reference.includes(':'));
    const found = isIndex ? index : blobs.get(reference);
    if (url === '/v2/') response.end('{}');
    else if (!isOurs || found === undefined)
      response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}');
    else {
      const type = isIndex ? types.index : kind === 'manifests' ? types.manifest : 'application/octet-stream';
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': found.length,
        'Docker-Content-Digest': sha(found),
      });
      response.end(method === 'HEAD' ? undefined : found);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { host: `localhost:${port}`, digest: sha(index), close: () => server.close() };
}
