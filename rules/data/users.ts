/**
 * The user that fixes choose. Above 10000, so that it is no account of the node (the same floor is asked for by several admission policies), and a
 * number, since the kubelet cannot verify `runAsNonRoot` for a name. Sources: CIS Docker Benchmark 4.1; Kubernetes documentation, "Configure a
 * Security Context for a Pod or Container"; the day of reading was not noted.
 */
export const unprivilegedUser = 10001;

/** The user of images without a shell, by the custom of Distroless. Source: GoogleContainerTools/distroless, base/base.bzl, NONROOT; read 2026-11-28. */
export const shelllessUser = 65532;
