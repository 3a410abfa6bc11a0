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
  id: 'image-tag-latest',
  subject: 'image',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  fix: 'review',
  title: 'Image tag changes with every push',
  why: '`latest`, and tags such as `edge` or `nightly`, change with every push. Two nodes may run different code, a restart may be an upgrade, and a rollback is not possible.',
  remedy: 'Name the version, or better the digest.',
  standards: [cisDocker('4.2')],
  aliases: [
    hadolint('DL3007'),
    checkov('CKV_DOCKER_7'),
    checkov('CKV_K8S_14'),
    trivy('DS-0001'),
    trivy('KSV-0013'),
    kubeLinter('latest-tag'),
    polaris('tagNotSpecified'),
    kubeScore('container-image-tag'),
    kubeaudit('image'),
    kics('Image Version Not Explicit'),
    kubescape('agent-sandbox-image-tag-provenance'),
  ],
  examples: {
    bad: [
      dockerfile`
        ARG BASE=python:latest
        FROM \${BASE}
        CMD ["python", "app.py"]
      `,
      pod`
        containers:
          - name: web
            image: nginx:latest
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        CMD ["python", "app.py"]
      `,
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
      `,
    ],
  },

  check(image, report) {
    const { reference } = image;
    // Variables in front of the tag do not change it, whatever they hold.
    const isWhole = reference.problem === undefined || (image.text.includes('$') && image.text.endsWith(':latest'));
    if (!movingTag.test(reference.tag ?? '') || reference.digest !== undefined || !isWhole) return;
    report(image, `Changes with every push: ${image.text}.`, () =>
      reference.problem === undefined
        ? pinFix(image)
        : { refused: 'A part of the name comes from a variable; name the version by hand.' },
    );
  },
});

/** Names of what was built last, of a branch or of a day, by itself or for one system. */
const movingTag =
  /^(?:latest|edge|nightly|main|master|develop|unstable|canary|snapshot|rolling)(?:-(?:alpine|slim|debian|ubuntu|distroless|amd64|arm64))?$/i;
