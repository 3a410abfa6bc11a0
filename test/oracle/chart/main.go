// Answers, for each line of JSON, what Helm's engine makes of a chart with values: the text of each template, or null where it fails.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
	"sigs.k8s.io/yaml"
)

type file struct {
	Path string `json:"path"`
	Text string `json:"text"`
}

type question struct {
	// Left out: the chart of the question before.
	Files  []file `json:"files"`
	Values string `json:"values"`
}

var last []file

func has(charts []*chart.Chart, name string) bool {
	for _, one := range charts {
		if one.Metadata.Name == name {
			return true
		}
	}
	return false
}

func answer(q question) (texts map[string]string) {
	defer func() {
		if recover() != nil {
			texts = nil
		}
	}()
	if q.Files != nil {
		last = q.Files
	}
	var files []*archive.BufferedFile
	for _, one := range last {
		files = append(files, &archive.BufferedFile{Name: one.Path, Data: []byte(one.Text)})
	}
	c, err := loader.LoadFiles(files)
	if err != nil {
		return nil
	}
	// As `helm template` checks before it renders (pkg/action, CheckDependencies).
	for _, wanted := range c.Metadata.Dependencies {
		if !has(c.Dependencies(), wanted.Name) {
			return nil
		}
	}
	values := map[string]any{}
	if err := yaml.Unmarshal([]byte(q.Values), &values); err != nil {
		return nil
	}
	if err := chartutil.ProcessDependencies(c, values); err != nil {
		return nil
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
	return rendered
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
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
