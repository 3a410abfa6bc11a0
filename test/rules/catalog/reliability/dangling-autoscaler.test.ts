import rule from '../../../../rules/catalog/reliability/dangling-autoscaler.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
