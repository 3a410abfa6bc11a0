import rule from '../../../../rules/catalog/namespace/incomplete-resource-quota.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
