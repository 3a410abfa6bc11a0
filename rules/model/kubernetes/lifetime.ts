/** Which containers are meant to run until they are told to stop. */
import type { Container } from './container.ts';
import type { Pod } from './pod.ts';

/** Serves for as long as its pod lives: a regular container or a native sidecar of a pod that is not meant to end. */
export function isLongRunning({ role, pod }: Container): boolean {
  return (role === 'container' || role === 'sidecar') && !isMeantToEnd(pod);
}

/** Jobs, workflows, and pods that are not started again. */
function isMeantToEnd(pod: Pod): boolean {
  const restart = pod.at('restartPolicy');
  return (
    !pod.isCreatedDirectly ||
    /Job$|^Workflow|^CronWorkflow$|^PodTemplate$|^(?:Cluster)?Task$|^TaskRun$|^PipelineRun$/.test(pod.resource.kind) ||
    restart.is('Never') ||
    restart.is('OnFailure')
  );
}
