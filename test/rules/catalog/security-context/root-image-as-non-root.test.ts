import rule from '../../../../rules/catalog/security-context/root-image-as-non-root.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('said by a Compose file, by its target too')(files`
    === cart/Dockerfile
    FROM node:24-slim AS base
    FROM base AS debug
    USER root
    FROM base
    USER 1000
    === compose.yaml
    services:
      cart:
        image: registry.example.com/shop/cart
        build:
          context: cart
          target: debug
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
    #                     ^^^^ root-image-as-non-root 💡
  `);

  check('said by Skaffold, under the name that Kustomize gives it')(files`
    === skaffold.yaml
    apiVersion: skaffold/v4beta11
    kind: Config
    build:
      artifacts:
        - image: registry.example.com/shop/basket
          context: src
          docker:
            dockerfile: build/Dockerfile
    === k8s/kustomization.yaml
    resources: [cart.yaml]
    images:
      - name: registry.example.com/shop/cart
        newName: registry.example.com/shop/basket
    === src/build/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
    #                     ^^^^ root-image-as-non-root 💡
  `);

  check('said by a Bake file')(files`
    === docker-bake.json
    {"target": {"cart": {"context": "src", "tags": ["registry.example.com/shop/cart:1.4.2"]}}}
    === src/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
    #                     ^^^^ root-image-as-non-root 💡
  `);

  check('said by a Bake file in HCL')(files`
    === docker-bake.hcl
    variable "TAG" {
      default = "1.4.2" # { of the day
    }
    group "default" { targets = ["cart"] }
    target "cart" {
      context    = "."
      dockerfile = "build/cart.Dockerfile"
      args       = { target = "x" }
      tags       = ["registry.example.com/shop/cart:\${TAG}", "registry.example.com/shop/cart:latest"]
    }
    === build/cart.Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
    #                     ^^^^ root-image-as-non-root 💡
  `);

  clean('two Dockerfiles could be meant')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === old/cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
  `);

  clean('a well-known image beside a folder of its name')(files`
    === nginx/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: nginx:1.29
          securityContext:
            runAsNonRoot: true
  `);

  clean('the base image is not known, or its tag comes from a variable')(files`
    === cart/Dockerfile
    ARG BASE
    FROM $BASE
    COPY . /app
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
  `);

  clean('a template decides')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: {{ .Values.strict }}
  `);
});
