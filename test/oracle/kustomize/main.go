// Answers, for each line of JSON, what Kustomize builds of files in memory: its objects, or null where it refuses.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

type question struct {
	Files  map[string]string `json:"files"`
	Folder string            `json:"folder"`
}

type reply struct {
	Objects []any  `json:"objects,omitempty"`
	Error   string `json:"error,omitempty"`
}

func answer(q question) (r reply) {
	defer func() {
		if e := recover(); e != nil {
			r = reply{Error: fmt.Sprint(e)}
		}
	}()
	files := filesys.MakeFsInMemory()
	for path, text := range q.Files {
		if err := files.WriteFile("/top/"+path, []byte(text)); err != nil {
			return reply{Error: err.Error()}
		}
	}
	made, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/top/"+q.Folder)
	if err != nil {
		return reply{Error: err.Error()}
	}
	r.Objects = []any{}
	for _, resource := range made.Resources() {
		text, err := resource.AsYAML()
		if err != nil {
			return reply{Error: err.Error()}
		}
		var object any
		if err := yaml.Unmarshal(text, &object); err != nil {
			return reply{Error: err.Error()}
		}
		r.Objects = append(r.Objects, object)
	}
	return r
}

func main() {
	log.SetOutput(io.Discard)
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stderr = null
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			os.Exit(1)
		}
		if err := out.Encode(answer(q)); err != nil {
			os.Exit(1)
		}
	}
}
