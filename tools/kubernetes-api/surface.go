package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// A resource is a type that clients are generated for.
type resource struct {
	Group      string `json:"group"`
	Version    string `json:"version"`
	Kind       string `json:"kind"`
	Namespaced bool   `json:"namespaced"`
	// What clients may do alone, as the marker lists it; empty: everything.
	OnlyVerbs []string `json:"onlyVerbs"`
}

// A removal is a version of a kind with the first minor version that does not serve it.
type removal struct {
	APIVersion  string `json:"apiVersion"`
	Kind        string `json:"kind"`
	Since       int    `json:"since"`
	Replacement string `json:"replacement"`
}

var (
	groupName   = regexp.MustCompile(`(?m)^const GroupName = "([^"]*)"`)
	removed     = regexp.MustCompile(`func \(in \*(\w+)\) APILifecycleRemoved\(\) \(major, minor int\) {\s*return 1, (\d+)`)
	replacement = regexp.MustCompile(`func \(in \*(\w+)\) APILifecycleReplacement\(\)[^{]*{\s*return schema.GroupVersionKind{Group: "([^"]*)", Version: "([^"]*)"`)
)

// surfaceOf reads one version: every package of k8s.io/api, and those of the servers that have types of their own.
func surfaceOf(minor int) map[string]any {
	resources, removals := []resource{}, []removal{}
	for module, pattern := range map[string]string{
		"k8s.io/api":                     "*/*/register.go",
		"k8s.io/apiextensions-apiserver": "pkg/apis/apiextensions/*/register.go",
		"k8s.io/kube-aggregator":         "pkg/apis/apiregistration/*/register.go",
	} {
		registers, err := filepath.Glob(filepath.Join(download(module, minor), pattern))
		if err != nil || len(registers) == 0 {
			log.Fatalf("no packages in %s", module)
		}
		for _, register := range registers {
			text, err := os.ReadFile(register)
			if err != nil {
				log.Fatal(err)
			}
			name := groupName.FindSubmatch(text)
			if name == nil {
				continue
			}
			dir := filepath.Dir(register)
			group, version := string(name[1]), filepath.Base(dir)
			resources = append(resources, resourcesIn(dir, group, version)...)
			removals = append(removals, removalsIn(dir, group, version)...)
		}
	}
	sort.Slice(resources, func(i, j int) bool {
		a, b := resources[i], resources[j]
		return a.Group+a.Version+a.Kind < b.Group+b.Version+b.Kind
	})
	sort.Slice(removals, func(i, j int) bool {
		return removals[i].APIVersion+removals[i].Kind < removals[j].APIVersion+removals[j].Kind
	})
	return map[string]any{"resources": resources, "removals": removals}
}

func resourcesIn(dir, group, version string) []resource {
	found := []resource{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(filepath.Base(name), "generated") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			log.Fatal(err)
		}
		// Markers stand in the comments right above a type, some of them apart from its documentation.
		for _, declaration := range file.Decls {
			general, ok := declaration.(*ast.GenDecl)
			if !ok || general.Tok != token.TYPE {
				continue
			}
			marks := marksAbove(file, general)
			if !marks["+genclient"] {
				continue
			}
			one := resource{group, version, general.Specs[0].(*ast.TypeSpec).Name.Name, !marks["+genclient:nonNamespaced"], []string{}}
			for mark := range marks {
				if verbs, is := strings.CutPrefix(mark, "+genclient:onlyVerbs="); is {
					one.OnlyVerbs = strings.Split(verbs, ",")
				}
			}
			found = append(found, one)
		}
	}
	return found
}

// marksAbove collects the comments between the declaration before a type and the type.
func marksAbove(file *ast.File, declaration *ast.GenDecl) map[string]bool {
	var before token.Pos
	for _, other := range file.Decls {
		if other.End() < declaration.Pos() && other.End() > before {
			before = other.End()
		}
	}
	marks := map[string]bool{}
	for _, group := range file.Comments {
		if group.Pos() < before || group.Pos() > declaration.TokPos {
			continue
		}
		for _, comment := range group.List {
			marks[strings.TrimSpace(strings.TrimPrefix(comment.Text, "//"))] = true
		}
	}
	return marks
}

func removalsIn(dir, group, version string) []removal {
	text, err := os.ReadFile(filepath.Join(dir, "zz_generated.prerelease-lifecycle.go"))
	if err != nil {
		return nil
	}
	apiVersion := strings.TrimPrefix(group+"/"+version, "/")
	successors := map[string]string{}
	for _, match := range replacement.FindAllStringSubmatch(string(text), -1) {
		successors[match[1]] = strings.TrimPrefix(match[2]+"/"+match[3], "/")
	}
	found := []removal{}
	for _, match := range removed.FindAllStringSubmatch(string(text), -1) {
		if strings.HasSuffix(match[1], "List") {
			continue
		}
		since, _ := strconv.Atoi(match[2])
		found = append(found, removal{apiVersion, match[1], since, successors[match[1]]})
	}
	return found
}
