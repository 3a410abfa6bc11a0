import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { componentsOf } from '../../../../rules/model/kubernetes/component.ts';
import { resource } from './read.ts';

/** Name of the component and the value of a flag, of a container with these words. */
function told(container: string, flag = 'anonymous-auth'): readonly (string | undefined)[] {
  const [found] = componentsOf(
    resource(
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - {name: a, image: i, ${container}}\n`,
    ),
  );
  return found === undefined ? [] : [found.name, found.flags?.get(flag)?.value];
}

describe('which component a container runs', () => {
  it('is the program, or what a wrapper starts', () => {
    assert.deepEqual(told('command: [kube-apiserver, --anonymous-auth=true]'), ['kube-apiserver', 'true']);
    assert.deepEqual(told('command: [/usr/local/bin/kubelet], args: [--anonymous-auth]'), ['kubelet', 'true']);
    const runner = '/go-runner, --log-file=/var/log/x.log, /usr/bin/kube-scheduler, --profiling=true';
    assert.deepEqual(told(`command: [${runner}]`, 'profiling'), ['kube-scheduler', 'true']);
    assert.deepEqual(told('command: [/hyperkube, apiserver, --anonymous-auth=false]'), ['kube-apiserver', 'false']);
    assert.deepEqual(told('command: [/hyperkube, kubelet, --anonymous-auth=false]'), ['kubelet', 'false']);
  });

  it('is what a script of a shell starts', () => {
    const script = 'mkdir -p /run && exec kube-apiserver --anonymous-auth=true --v=2 2>&1 | tee /var/log/x.log';
    assert.deepEqual(told(`command: [/bin/sh, -c, "${script}"]`), ['kube-apiserver', 'true']);
    assert.deepEqual(told(`command: [/bin/bash, -ec], args: ["${script}"]`), ['kube-apiserver', 'true']);
    assert.deepEqual(told('command: [sh, -c, "kube-proxy \\\\\\n --v=2"]', 'v'), ['kube-proxy', '2']);
    assert.deepEqual(told('command: [sh, -c, "/hyperkube scheduler --v=2"]', 'v'), ['kube-scheduler', '2']);
  });

  it('is none that only a flag or an argument names', () => {
    assert.deepEqual(told('command: [exporter, --kubelet-service=kube-system/kubelet]'), []);
    assert.deepEqual(told('command: [backup, --exclude, /var/lib/kubelet]'), []);
    assert.deepEqual(told('command: [sh, -c, "echo kube-apiserver --anonymous-auth=true"]'), []);
    assert.deepEqual(told('command: [sh, start.sh, kubelet]'), []);
  });

  it('has flags that are not known where a variable stands for some', () => {
    const isOpen = (script: string): boolean | undefined =>
      componentsOf(
        resource(
          `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - {name: a, image: i, command: [sh, -c, '${script}']}\n`,
        ),
      )[0]?.flags?.isOpen;
    assert.equal(isOpen('kubelet $KUBELET_ARGS'), true);
    assert.equal(isOpen('kubelet --hostname-override=$(hostname)'), false);
    assert.equal(isOpen('kubelet --v=2'), false);
  });
});
