/**
 * The list as a bill of materials in CycloneDX 1.6: one component of the type `container` an image. The same files give the same text: it has no time and
 * no serial number. Source: cyclonedx.org/docs/1.6/json; github.com/package-url/purl-spec, type `docker`.
 */
import { visibleJson } from '../../../../rules/text/visible.ts';
import type { ListedImage } from '../../images.ts';

export function writeCycloneDx(images: readonly ListedImage[]): string {
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { tools: { components: [{ type: 'application', name: 'seaworthy' }] } },
    components: images.map(component),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

function component({ image, registry, repository, tag, digest, platform, built, uses }: ListedImage): object {
  return {
    type: 'container',
    'bom-ref': platform === null ? image : `${image} ${platform}`,
    name: `${registry}/${repository}`,
    version: digest ?? tag ?? '',
    purl: purlOf({ registry, repository, tag, digest, platform }),
    properties: [
      ...(built ? [{ name: 'seaworthy:built', value: 'true' }] : []),
      ...uses.map(({ file, line }) => ({ name: 'seaworthy:used', value: `${file}:${line}` })),
    ],
  };
}

/** The registry is a qualifier unless it is Docker Hub; a digest is the version, and its tag a qualifier. */
function purlOf({
  registry,
  repository,
  tag,
  digest,
  platform,
}: Pick<ListedImage, 'registry' | 'repository' | 'tag' | 'digest' | 'platform'>): string {
  const path = repository.split('/').map(encodeURIComponent).join('/');
  const qualifiers = [
    ...(platform === null ? [] : [`platform=${encodeURIComponent(platform)}`]),
    ...(registry === 'docker.io' ? [] : [`repository_url=${encodeURIComponent(registry)}`]),
    ...(digest === null || tag === null ? [] : [`tag=${encodeURIComponent(tag)}`]),
  ];
  const version = encodeURIComponent(digest ?? tag ?? 'latest');
  return `pkg:docker/${path}@${version}${qualifiers.length === 0 ? '' : `?${qualifiers.join('&')}`}`;
}
