import rule from '../../../../rules/catalog/admission/privileged-constraints.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const constraints = (privileged: string, kind = 'SecurityContextConstraints'): Example => ({
  language: 'yaml',
  text: `apiVersion: security.openshift.io/v1\nkind: ${kind}\nmetadata:\n  name: builder\nallowPrivilegedContainer: ${privileged}\n`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('what is allowed')(constraints('true\n#                         ^^^^ privileged-constraints 💡'));
  clean('a word, which the API server refuses')(constraints('"true"'));
  clean('another kind')(constraints('true', 'RangeAllocation'));
  fix('by no')(constraints('true'), constraints('false'));
});
