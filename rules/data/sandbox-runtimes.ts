/**
 * Runtimes that put a kernel of their own, or a virtual machine, between a container and its node, by the names that their RuntimeClasses bear.
 * Sources: documentation of gVisor, Kata Containers and agent-sandbox; of GKE, AKS and OpenShift for the names there. Read 2026-11-24.
 */
const runtimes = /gvisor|runsc|kata|firecracker|cloud-hypervisor|krun|urunc|edera|confidential|wasm/;

/** @param name of a RuntimeClass. */
export const isSandboxRuntime = (name: string): boolean => runtimes.test(name);
