import { debian } from '../../contract/example.ts';
import { placeholders } from '../../contract/placeholder.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { sourceKind } from '../../model/dockerfile/sources.ts';

export default defineRule({
  id: 'remote-add-without-checksum',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'template',
  title: 'ADD downloads without a checksum',
  why: 'Whoever controls the server or the way to it decides what goes into the image, and the next build may get something else.',
  remedy: 'Add `--checksum=sha256:...`; for a Git repository name the full commit behind `#`.',
  aliases: [checkov('CKV_DOCKER_4')],
  examples: {
    bad: [
      debian`
      - ADD https://example.com/tool.tar.gz /opt/
      + ADD --checksum=sha256:<64-hexadecimal-digits> https://example.com/tool.tar.gz /opt/
      `,
      debian`ADD https://github.com/example/tool.git#v1.2 /src`,
    ],
    good: [
      debian`
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/
      `,
      debian`
        ADD https://github.com/example/tool.git#8f4a1c2d9b3e7f60a5c4d3b2a1908f7e6d5c4b3a /src
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, keywordSpan, words } = instruction;
    if (keyword !== 'ADD' || instruction.flag('checksum') !== undefined) return;
    for (const { text, span } of words.slice(0, -1)) {
      // What a variable holds may be unknown; that it is an address is not.
      const source = instruction.resolve(text) ?? text;
      const kind = sourceKind(source);
      if (kind !== 'url' && kind !== 'git') continue;
      if (kind === 'git' && /#[0-9a-f]{40}(?:[0-9a-f]{24})?(?::|$)/.test(source)) continue;
      if (kind === 'git' && /[?&]checksum=/.test(source)) continue;
      // Nothing runs or reads these.
      if (/\/(?:LICEN[CS]E|NOTICE|COPYING|README)[^/]{0,20}$/i.test(source)) continue;
      // The state of a branch, which has to change so that what stands below is built anew.
      if (kind === 'url' && stateOfBranch.test(source)) continue;
      const place = { anchor: span, path: `${instruction.path}.source` };
      if (kind === 'git') report(place, 'Takes whatever the repository has at that name; a full commit cannot change.');
      else {
        report(place, 'Takes whatever the server sends: no checksum.', () => ({
          title: 'Add a checksum to fill in',
          edits: [
            { start: keywordSpan.end, end: keywordSpan.end, text: ` --checksum=sha256:${placeholders.checksum}` },
          ],
        }));
      }
    }
  },
});

/** Where forges tell which commit a branch is at, as data that nothing runs. Source: GitHub and GitLab, reference of the REST API. */
const stateOfBranch =
  /^https:\/\/(?:api\.github\.com\/repos\/[^/]+\/[^/]+\/(?:git\/(?:refs?|matching-refs)|commits|branches)|[^/]+\/api\/v4\/projects\/[^/]+\/repository\/(?:commits|branches))(?:[/?]|$)/;
