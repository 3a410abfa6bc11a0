import rule from '../../../../rules/catalog/compose/compose-privileged.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  clean('false, a variable, and what is no service')(compose`
    services:
      web:
        image: nginx:1.29
        privileged: false
    x-base:
      privileged: true
  `);

  fix('without it')(compose`
      services:
        web:
          image: nginx:1.29
    -     privileged: true
          restart: always
  `);

  check('a file of the first format')(compose`
    packetbeat:
      image: elastic/packetbeat:8.19.0
      privileged: true
    #             ^^^^ compose-privileged 💡 "service packetbeat"
    volumes:
      privileged: true
  `);
});
