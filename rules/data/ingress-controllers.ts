/** Namespaces that controllers are installed in by their own instructions, by the class that names them. Source: the page above each; the day of reading was not noted. */
export const ingressNamespaces: ReadonlyMap<string, string> = new Map([
  // kubernetes.github.io/ingress-nginx/deploy
  ['nginx', 'ingress-nginx'],
  // docs.nginx.com/nginx-ingress-controller/install
  ['nginx-ingress', 'nginx-ingress'],
  // doc.traefik.io/traefik/getting-started/kubernetes
  ['traefik', 'traefik'],
  // docs.konghq.com/kubernetes-ingress-controller
  ['kong', 'kong'],
  // haproxy-ingress.github.io/docs/getting-started
  ['haproxy', 'ingress-controller'],
  // projectcontour.io/getting-started
  ['contour', 'projectcontour'],
]);
