// Command pod-security says what the official Pod Security admission library says of pods.
//
// It reads one pod (JSON) a line and writes one line for each, null for what is no pod: the ids of the checks that refuse it, for every version of Kubernetes from
// 1.24 to the newest that the library knows, as runs of equal answers: [[24,["privileged"]],[34,["hostProbesAndHostLifecycle","privileged"]]].
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"slices"
	"sort"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

const oldest, newest = 24, 37

func main() {
	log.SetFlags(0)
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var pod corev1.Pod
		if err := json.Unmarshal(in.Bytes(), &pod); err != nil {
			// The API server would refuse it before any check.
			out.WriteString("null\n")
			continue
		}
		line, err := json.Marshal(verdicts(&pod))
		if err != nil {
			log.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}

func verdicts(pod *corev1.Pod) [][]any {
	var runs [][]any
	var last []string
	for minor := oldest; minor <= newest; minor++ {
		refused := refusedBy(pod, api.MajorMinorVersion(1, minor))
		if minor == oldest || !slices.Equal(refused, last) {
			runs = append(runs, []any{minor, refused})
		}
		last = refused
	}
	return runs
}

func refusedBy(pod *corev1.Pod, version api.Version) []string {
	refused := []string{}
	for _, check := range policy.DefaultChecks() {
		var inForce policy.CheckPodFn
		for _, versioned := range check.Versions {
			if !version.Older(versioned.MinimumVersion) {
				inForce = versioned.CheckPod
			}
		}
		if inForce != nil && !inForce(&pod.ObjectMeta, &pod.Spec).Allowed {
			refused = append(refused, string(check.ID))
		}
	}
	sort.Strings(refused)
	return refused
}
