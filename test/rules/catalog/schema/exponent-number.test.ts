import rule from '../../../../rules/catalog/schema/exponent-number.ts';
import { container, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in variables, arguments, annotations and data')(container`
    command: [serve, 1e+06]
    #                ^^^^^ exponent-number "1000000 is meant: an item of command"
    args: ["--bytes=1.234567e+06"]
    #      ^^^^^^^^^^^^^^^^^^^^^^ exponent-number "1234567 is meant: an item of args"
    env:
      - {name: MAX, value: "1e+21"}
    #                      ^^^^^^^ exponent-number "a whole number is meant: MAX"
  `);

  check('in a ConfigMap')(objects`
    ConfigMap shop/web
      data:
        MAX: "5e+06"
      #      ^^^^^^^ exponent-number "Reads 5e+06 where 5000000 is meant: MAX."
  `);

  clean('what people write, and what is small')(container`
    args: ["1e6", "1E+06", "--x=1e+06 bytes", "e+06", "--rate=1e-06"]
    env:
      - {name: A, value: "1000000"}
      - {name: B, value: "v1e+06"}
  `);
});
