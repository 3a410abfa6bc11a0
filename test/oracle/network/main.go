// Answers, for each line of JSON, what Cyclonus, the reference for network policies that conformance tests are generated with, says of a connection.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
)

type end struct {
	IP  string `json:"ip"`
	Pod *struct {
		Namespace       string            `json:"namespace"`
		NamespaceLabels map[string]string `json:"namespaceLabels"`
		Labels          map[string]string `json:"labels"`
	} `json:"pod"`
}

type question struct {
	Policies    []*networkingv1.NetworkPolicy `json:"policies"`
	Source      end                           `json:"source"`
	Destination end                           `json:"destination"`
	Port        struct {
		Number   int             `json:"number"`
		Name     string          `json:"name"`
		Protocol corev1.Protocol `json:"protocol"`
	} `json:"port"`
}

func peer(e end) *matcher.TrafficPeer {
	if e.Pod == nil {
		return &matcher.TrafficPeer{IP: e.IP}
	}
	return &matcher.TrafficPeer{IP: e.IP, Internal: &matcher.InternalPeer{
		PodLabels: e.Pod.Labels, NamespaceLabels: e.Pod.NamespaceLabels, Namespace: e.Pod.Namespace,
	}}
}

// The defaults that the API server writes before anybody reads the policy (pkg/apis/networking/v1/defaults.go).
func withDefaults(policy *networkingv1.NetworkPolicy) *networkingv1.NetworkPolicy {
	if len(policy.Spec.PolicyTypes) == 0 {
		policy.Spec.PolicyTypes = []networkingv1.PolicyType{networkingv1.PolicyTypeIngress}
		if len(policy.Spec.Egress) != 0 {
			policy.Spec.PolicyTypes = append(policy.Spec.PolicyTypes, networkingv1.PolicyTypeEgress)
		}
	}
	return policy
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for i, policy := range q.Policies {
			// Targets of the same namespace and selector are put together, so names play no part.
			q.Policies[i] = withDefaults(policy)
		}
		result := matcher.BuildNetworkPolicies(false, q.Policies).IsTrafficAllowed(&matcher.Traffic{
			Source:           peer(q.Source),
			Destination:      peer(q.Destination),
			ResolvedPort:     q.Port.Number,
			ResolvedPortName: q.Port.Name,
			Protocol:         q.Port.Protocol,
		})
		text, _ := json.Marshal([2]bool{result.Ingress.IsAllowed(), result.Egress.IsAllowed()})
		fmt.Fprintln(out, string(text))
	}
}
