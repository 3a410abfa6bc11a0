import { dockerfile, pod } from '../../contract/example.ts';
import {
  checkov,
  cisDocker,
  defineRule,
  hadolint,
  kics,
  kubeaudit,
  kubeLinter,
  kubeScore,
  kubescape,
  polaris,
  trivy,
} from '../../contract/rule.ts';
import { pinFix } from './shared/pin.ts';

export default defineRule({
  id: 'image-without-tag',
  subject: 'image',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  fix: 'review',
  title: 'Image has no tag',
  why: 'Without a tag `latest` is meant: whatever was pushed last. Two nodes may run different code, and nobody can say which one an incident was about.',
  remedy: 'Name the version, or better the digest.',
  standards: [cisDocker('4.2')],
  aliases: [
    hadolint('DL3006'),
    checkov('CKV_DOCKER_7'),
    checkov('CKV_K8S_14'),
    trivy('DS-0001'),
    trivy('KSV-0013'),
    kubeLinter('latest-tag'),
    polaris('tagNotSpecified'),
    kubeScore('container-image-tag'),
    kubeaudit('image'),
    kubeaudit('ImageTagMissing'),
    kics('Image Version Not Explicit'),
    kubescape('agent-sandbox-image-tag-provenance'),
  ],
  examples: {
    bad: [
      dockerfile`
        FROM node
        CMD ["node", "server.js"]
      `,
      pod`
        containers:
          - name: web
            image: registry.example.com:5000/web
      `,
    ],
    good: [
      dockerfile`
        FROM node:24-slim AS build
        FROM build
        CMD ["node", "server.js"]
      `,
      pod`
        containers:
          - name: web
            image: nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000
      `,
    ],
  },

  check(image, report) {
    const { reference } = image;
    if (reference.tag !== undefined || reference.digest !== undefined || reference.problem !== undefined) return;
    report(image, `Has no tag, so it is whatever was pushed last: ${image.text}.`, () => pinFix(image));
  },
});
