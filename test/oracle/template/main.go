// Answers, for each line of JSON, what Helm's engine makes of a template: its text, or null where it fails.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
	"sigs.k8s.io/yaml"
)

type question struct {
	Template string          `json:"template"`
	Values   json.RawMessage `json:"values"`
}

func answer(q question) (text *string) {
	defer func() {
		if recover() != nil {
			text = nil
		}
	}()
	values := map[string]any{}
	if err := yaml.Unmarshal(q.Values, &values); err != nil {
		panic(err)
	}
	c := &chart.Chart{
		Metadata:  &chart.Metadata{Name: "c", Version: "1.2.3", APIVersion: "v2", AppVersion: "9"},
		Templates: []*common.File{{Name: "templates/x", Data: []byte(q.Template)}},
		Files:     []*common.File{{Name: "a.txt", Data: []byte("one\ntwo\n")}, {Name: "conf/b.conf", Data: []byte("b=1")}, {Name: "conf/deep/c.conf", Data: []byte("c")}},
	}
	capabilities := common.DefaultCapabilities.Copy()
	version, _ := common.ParseKubeVersion("1.34")
	capabilities.KubeVersion = *version
	options := common.ReleaseOptions{Name: "release", Namespace: "apps", IsInstall: true, Revision: 1}
	all, err := util.ToRenderValues(c, values, options, capabilities)
	if err != nil {
		return nil
	}
	rendered, err := engine.Render(c, all)
	if err != nil {
		return nil
	}
	made := rendered["c/templates/x"]
	return &made
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if err := out.Encode(answer(q)); err != nil {
			os.Exit(1)
		}
	}
}
