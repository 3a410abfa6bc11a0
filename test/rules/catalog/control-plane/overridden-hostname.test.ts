import rule from '../../../../rules/catalog/control-plane/overridden-hostname.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kubelet', { wrong: ['--hostname-override=node'], right: [] });
