import rule from '../../../../rules/catalog/image/retired-registry.ts';
import { dockerfile, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  clean('names that only begin so')(pod`
    containers:
      - name: a
        image: k8s.gcr.io.example.com/a:1
      - name: b
        image: gcr.io/google_containers-x/b:1
  `);

  check('namespaces, and names that Docker keeps no more')(dockerfile`
    FROM vault:1.13
    #    ^^^^^^^^^^ retired-registry "vault, without updates; take hashicorp/vault."
    FROM bitnami/redis:7.2
    #    ^^^^^^^^^^^^^^^^^ retired-registry "its versions moved to bitnamilegacy"
    FROM microsoft/dotnet:2.2-sdk
    #    ^^^^^^^^^^^^^^^^^^^^^^^^ retired-registry
    FROM circleci/node:14-browsers
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^ retired-registry
    FROM gcr.io/kubebuilder/kube-rbac-proxy:v0.8.0
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ retired-registry
  `);

  clean('names that only begin alike')(dockerfile`
    FROM hashicorp/vault:1.20
    FROM bitnami/redis:latest
    FROM jenkins/jenkins:2.504
    FROM registry.example.com/microsoft/dotnet:2.2
    FROM railsapp:1
    FROM circleci/runner:launch-agent
    FROM kiwigrid/k8s-sidecar:2.10.1
  `);
});
