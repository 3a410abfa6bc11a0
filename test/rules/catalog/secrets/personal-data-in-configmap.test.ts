import rule from '../../../../rules/catalog/secrets/personal-data-in-configmap.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { objects, testRule } from '../../../harness/index.ts';

const settings = (value: string, kind = 'ConfigMap'): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: shop\ndata:\n  value: ${value}\n`,
});

testRule(rule, ({ check, clean }) => {
  check('each kind of data')(objects`
    ConfigMap shop
      data:
        account: GB82WEST12345698765432
      # ^^^^^^^ personal-data-in-configmap "bank account"
        card: "4111 1111 1111 1111"
      # ^^^^ personal-data-in-configmap "payment card"
        contact: jane.doe@mail.acme-shop.com
      # ^^^^^^^ personal-data-in-configmap "mail address"
  `);

  clean('a number whose check digit is wrong')(settings('"4111 1111 1111 1112"'));
  clean('a number that no card has')(settings('"6800000000000000"'));
  clean('an account whose check digits are wrong')(settings('GB82WEST12345698765433'));
  clean('addresses of programs')(settings('alert-manager@acme-shop.com'));
  clean('domains for examples')(settings('jane.doe@shop.example.org'));
  clean('a Secret, which is the place for it')(settings('jane.doe@acme-shop.com', 'Secret'));
});
