/** Ports that a process needs a right to listen at. Source: Linux, ip(7), `ip_unprivileged_port_start`. */

/** Whether it is a port below 1024; zero, which stands for none, is not one. */
export const isPrivilegedPort = (port: number): boolean => port > 0 && port < 1024;
