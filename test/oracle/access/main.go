// Answers, for each line of JSON, what Kubernetes' own code says: whether a label selector matches, or whether a rule of a role covers a request.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/component-helpers/auth/rbac/validation"
)

type question struct {
	Selector *metav1.LabelSelector `json:"selector"`
	Labels   labels.Set            `json:"labels"`
	Rule     *rbacv1.PolicyRule    `json:"rule"`
	Request  struct {
		Group    string `json:"group"`
		Resource string `json:"resource"`
		Verb     string `json:"verb"`
	} `json:"request"`
}

// null where Kubernetes refuses the selector.
func answer(q question) any {
	if q.Selector != nil {
		selector, err := metav1.LabelSelectorAsSelector(q.Selector)
		if err != nil {
			return nil
		}
		return selector.Matches(q.Labels)
	}
	wanted := rbacv1.PolicyRule{
		APIGroups: []string{q.Request.Group},
		Resources: []string{q.Request.Resource},
		Verbs:     []string{q.Request.Verb},
	}
	covered, _ := validation.Covers([]rbacv1.PolicyRule{*q.Rule}, []rbacv1.PolicyRule{wanted})
	return covered
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
		text, _ := json.Marshal(answer(q))
		fmt.Fprintln(out, string(text))
	}
}
