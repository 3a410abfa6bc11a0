import rule from '../../../../rules/catalog/reliability/identical-probes.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the same question, as often')(container`
    livenessProbe:
      exec: {command: [check]}
    # ^^^^ identical-probes "Is restarted by the same probe"
    readinessProbe:
      exec: {command: [check]}
  `);

  clean('another question, or a longer wait')(container`
    livenessProbe:
      tcpSocket: {port: 8080}
    readinessProbe:
      httpGet: {path: /ready, port: 8080}
  `);

  clean('what is not known')(container`
    livenessProbe:
      tcpSocket: {port: {{ .Values.port }}}
    readinessProbe:
      tcpSocket: {port: {{ .Values.port }}}
  `);
});
