import rule from '../../../../rules/catalog/control-plane/recorded-secrets.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const policy = (...rules: readonly string[]): Example => ({
  language: 'yaml',
  text: `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n${rules.map((each) => `  - ${each}\n`).join('')}`,
});
const of = (resources: string, group = ''): string => `resources: [{ group: "${group}", resources: ${resources} }]`;

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('each rule that a request for one may meet')(
    policy(
      'level: RequestResponse\n#          ^^^^^^^^^^^^^^^ recorded-secrets\n    users: [admin]',
      `level: Request\n#          ^^^^^^^ recorded-secrets 💡\n    ${of('[secrets]')}`,
      'level: RequestResponse',
    ),
  );
  check('answers to readers')(
    policy('level: RequestResponse\n#          ^^^^^^^^^^^^^^^ recorded-secrets\n    verbs: [get]'),
  );

  clean('other resources')(policy(`level: RequestResponse\n    ${of('[pods, "secrets/x"]')}`, 'level: Metadata'));
  clean('another group')(policy(`level: RequestResponse\n    ${of('["*"]', 'apps')}`));
  clean('addresses that are no resources')(policy('level: Request\n    nonResourceURLs: ["/api*"]'));
  clean('another policy')({
    language: 'yaml',
    text: 'apiVersion: kyverno.io/v1\nkind: Policy\nrules:\n  - level: Request\n',
  });

  fix('by less')(
    policy(`level: Request\n    ${of('[secrets, configmaps]')}`),
    policy(`level: Metadata\n    ${of('[secrets, configmaps]')}`),
  );
  refuses('what is for more', /above it/)(policy('level: Request'));
});
