import rule from '../../../../rules/catalog/control-plane/unrecorded-exec.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const policy = (...rules: readonly string[]): Example => ({
  language: 'yaml',
  text: `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n${rules.map((each) => `  - ${each}\n`).join('')}`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('a rule that leaves them out')(
    policy('level: None\n#          ^^^^ unrecorded-exec\n    verbs: [create]', 'level: Metadata'),
  );
  check('rules for some users alone')({
    language: 'yaml',
    text: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n#<---- unrecorded-exec 💡\n  - level: Request\n    users: [admin]\n',
  });

  clean('names of some pods alone')(
    policy('level: None\n    resources: [{ resources: ["pods/exec"], resourceNames: [web] }]', 'level: Metadata'),
  );
  clean('subresources of all kinds')(policy('level: Metadata\n    resources: [{ resources: ["*/exec"] }]'));
  clean('a template')(policy('level: Metadata\n    users: [a]\n{{- more }}'));

  fix('by a last rule')(
    policy('level: Request\n    users: [admin]'),
    policy('level: Request\n    users: [admin]', 'level: Metadata'),
  );
});
