import rule from '../../../../rules/catalog/host-access/host-aliases.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
