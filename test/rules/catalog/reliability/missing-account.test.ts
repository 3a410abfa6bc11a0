import rule from '../../../../rules/catalog/reliability/missing-account.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
