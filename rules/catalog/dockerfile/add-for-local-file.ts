import { debian, dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { isUnpacked, sourceKind } from '../../model/dockerfile/sources.ts';

export default defineRule({
  id: 'add-for-local-file',
  subject: 'instruction',
  severity: 'low',
  profile: 'recommended',
  // COPY and ADD do the same with folders and with files that are no archives, by their names.
  fix: 'safe',
  title: 'ADD is used where COPY is enough',
  why: 'ADD also downloads and unpacks. A changed source or a crafted archive then does more than the author meant.',
  remedy: 'Use COPY for files of the build context.',
  standards: [cisDocker('4.9')],
  aliases: [hadolint('DL3020'), checkov('CKV_DOCKER_4'), trivy('DS-0005'), kics('Add Instead of Copy')],
  examples: {
    bad: [
      dockerfile`
        FROM node:24-slim
        ADD package.json ./
      `,
      dockerfile`
        FROM node:24-slim
        ADD --chown=1000:1000 . /app
      `,
    ],
    good: [
      debian`ADD rootfs.tar.xz /`,
      debian`
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/app.tar.gz /
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, keywordSpan, flags, words, json } = instruction;
    if (keyword !== 'ADD') return;
    const written = json === undefined || json === 'malformed' ? words.map(({ text }) => text) : json.items;
    const sources = written.slice(0, -1).map((text) => ({ text, path: instruction.resolve(text) }));
    if (sources.length === 0) return;
    const unclear: string[] = [];
    for (const { text, path } of sources) {
      if (path === undefined || ['url', 'git'].includes(sourceKind(path))) return;
      const unpacks = isUnpacked(path, text);
      if (unpacks === true) return;
      if (unpacks === undefined) unclear.push(path);
    }
    // Flags that COPY does not have say that ADD was meant.
    if (flags.some(({ name }) => ['checksum', 'keep-git-dir', 'unpack'].includes(name))) return;
    const text = instruction.stage.file.text.slice(keywordSpan.start, keywordSpan.end);
    report(
      { anchor: keywordSpan, path: instruction.path },
      `Only copies ${sources.length === 1 ? sources[0]?.path : 'local files'}, which COPY does too.`,
      () => ({
        title: 'Use COPY',
        edits: [{ ...keywordSpan, text: text === text.toLowerCase() ? 'copy' : 'COPY' }],
        ...(unclear.length === 0 ? {} : { assumes: `no tar archive is called ${unclear.join(' or ')}` }),
      }),
    );
  },
});
