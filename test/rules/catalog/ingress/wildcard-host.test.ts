import rule from '../../../../rules/catalog/ingress/wildcard-host.ts';
import { testRule } from '../../../harness/index.ts';

testRule(rule);
