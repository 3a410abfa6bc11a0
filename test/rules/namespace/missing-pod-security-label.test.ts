import rule from '../../../rules/namespace/missing-pod-security-label.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'a label that only begins so is another one (Kubescape C-0192 takes it)',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-pod-security-label 💡
        labels:
          pod-security.kubernetes.io/enforce-version: v1.37
    `,
  );

  check(
    'whatever webhooks there are (Kubescape C-0192 is content with any)',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-pod-security-label 💡
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: pods
      webhooks: []
    `,
  );

  clean(
    'any level, also the one that allows all: it was chosen',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: storage
        labels:
          pod-security.kubernetes.io/enforce: privileged
    `,
  );

  clean(
    "Kubernetes' own namespaces",
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
    `,
  );

  clean(
    'labels that are not known yet',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          {{- toYaml .Values.labels | nindent 4 }}
    `,
  );

  fix(
    'adds the labels',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
          pod-security.kubernetes.io/warn: restricted
    `,
  );

  fix(
    'keeps the warning that is there',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/warn: baseline
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/warn: baseline
          pod-security.kubernetes.io/enforce: baseline
    `,
  );
});
