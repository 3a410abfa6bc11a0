import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { byHttps } from './shared/https.ts';

export default defineRule({
  id: 'plain-http-download',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  uncovers: ['remote-add-without-checksum'],
  title: 'File is downloaded over an unencrypted connection',
  why: 'Whoever sits between the build and the server decides what becomes part of the image.',
  remedy: 'Use `https://`, and add `--checksum`.',
  examples: {
    bad: [
      debian`
      - ADD http://example.com/tool.tar.gz /opt/
      + ADD https://example.com/tool.tar.gz /opt/
      `,
      dockerfile`
        FROM scratch
        ADD git://example.com/tool.git /src
      `,
    ],
    good: [
      debian`
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://example.com/tool.tar.gz /opt/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, words } = instruction;
    // What is compared with a checksum may come by any way.
    if (keyword !== 'ADD' || instruction.flag('checksum') !== undefined) return;
    for (const { text, span } of words.slice(0, -1)) {
      const scheme = /^["']?(http|git):\/\//i.exec(text)?.[1];
      if (scheme === undefined) continue;
      const start = span.start + text.indexOf(scheme);
      report(
        { anchor: span, path: `${instruction.path}.${scheme}` },
        `Can be read and changed on the way: ${scheme}:// has no encryption.`,
        () => byHttps(text.slice(text.indexOf(scheme)), { start, end: start + scheme.length, text: 'https' }),
      );
    }
  },
});
