import rule from '../../../../rules/catalog/reliability/recreated-pods.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
