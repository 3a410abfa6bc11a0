// Command kubernetes-api reads the API types of Kubernetes up to the minor version that its second argument names. It parses sources and compiles
// nothing of them. `fields 37` prints the fields of the kinds that Seaworthy looks into, version by version, each with its type and the minor version
// it came with. `surface 37` prints the resources that the API serves, and the versions of kinds that it no longer serves (surface.go).
//
// Every type is a map from a field's name to a word: `boolean`, `integer`, `number`, `string`, `quantity`, `any`, or a type's name; `[]` in front
// for lists, `{}` for maps; `@30` behind it when 1.30 was the first version with the field (left out for the oldest version that is read), `-33`
// when 1.33 was the last.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

const oldest = 24

// Groups whose kinds are described, with the path of their package.
var groups = []struct{ version, path string }{
	{"v1", "core/v1"},
	{"apps/v1", "apps/v1"},
	{"batch/v1", "batch/v1"},
	{"rbac.authorization.k8s.io/v1", "rbac/v1"},
	{"networking.k8s.io/v1", "networking/v1"},
}

// Kinds that are described, by the version they are served in.
var kinds = map[string][]string{
	"v1":                           {"Pod", "PodTemplate", "ReplicationController", "Service", "ServiceAccount", "Namespace", "Secret", "ConfigMap"},
	"apps/v1":                      {"Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"},
	"batch/v1":                     {"Job", "CronJob"},
	"rbac.authorization.k8s.io/v1": {"Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"},
	"networking.k8s.io/v1":         {"NetworkPolicy", "Ingress"},
}

// Types that JSON writes as something simple.
var simple = map[string]string{
	"resource.Quantity":    "quantity",
	"metav1.Time":          "string",
	"metav1.MicroTime":     "string",
	"metav1.FieldsV1":      "any",
	"metav1.Duration":      "string",
	"intstr.IntOrString":   "any",
	"types.UID":            "string",
	"runtime.RawExtension": "any",
}

type table map[string]map[string]string

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: go run . fields|surface MINOR")
	}
	newest, err := strconv.Atoi(os.Args[2])
	if err != nil || newest < oldest {
		log.Fatalf("%s is not a minor version from %d on", os.Args[2], oldest)
	}
	switch os.Args[1] {
	case "fields":
		print(fieldsUpTo(newest))
	case "surface":
		print(surfaceOf(newest))
	default:
		log.Fatalf("there is no answer named %s", os.Args[1])
	}
}

func print(answer any) {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(answer); err != nil {
		log.Fatal(err)
	}
}

func fieldsUpTo(newest int) map[string]any {
	history := map[string]map[string]*life{}
	var last table
	for minor := oldest; minor <= newest; minor++ {
		now := read(minor)
		for name, fields := range now {
			if history[name] == nil {
				history[name] = map[string]*life{}
			}
			for field := range fields {
				if history[name][field] == nil {
					history[name][field] = &life{first: minor}
				}
				history[name][field].last = minor
				history[name][field].word = fields[field]
			}
		}
		last = now
	}
	types := table{}
	for name, fields := range history {
		// A type that is gone is described nowhere.
		if _, there := last[name]; !there {
			continue
		}
		types[name] = map[string]string{}
		for field, life := range fields {
			word := life.word
			if life.first > oldest {
				word += "@" + strconv.Itoa(life.first)
			}
			if life.last < newest {
				word += "-" + strconv.Itoa(life.last)
			}
			types[name][field] = word
		}
	}
	roots := map[string]string{}
	for version, names := range kinds {
		for _, name := range names {
			roots[version+"/"+name] = qualified(pathOf(version), name)
		}
	}
	return map[string]any{"kinds": roots, "types": types}
}

type life struct {
	first, last int
	word        string
}

func pathOf(version string) string {
	for _, group := range groups {
		if group.version == version {
			return group.path
		}
	}
	log.Fatalf("no package for %s", version)
	return ""
}

// read gives the types of one version that are reachable from the kinds.
func read(minor int) table {
	all := map[string]ast.Expr{}
	api := download("k8s.io/api", minor)
	for _, group := range groups {
		load(filepath.Join(api, group.path), group.path, all)
	}
	load(filepath.Join(download("k8s.io/apimachinery", minor), "pkg/apis/meta/v1"), "meta/v1", all)
	out := table{}
	for version, names := range kinds {
		for _, name := range names {
			visit(qualified(pathOf(version), name), all, out)
		}
	}
	return out
}

func download(module string, minor int) string {
	answer, err := exec.Command("go", "mod", "download", "-json", fmt.Sprintf("%s@v0.%d.0", module, minor)).Output()
	if err != nil {
		log.Fatalf("%s 0.%d: %v", module, minor, err)
	}
	var at struct{ Dir string }
	if err := json.Unmarshal(answer, &at); err != nil {
		log.Fatal(err)
	}
	return at.Dir
}

// load puts every declared type of a package into all, by package and name.
func load(dir, path string, all map[string]ast.Expr) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		log.Fatalf("no sources in %s", dir)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(filepath.Base(name), "generated") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			log.Fatal(err)
		}
		for _, declaration := range file.Decls {
			general, ok := declaration.(*ast.GenDecl)
			if !ok || general.Tok != token.TYPE {
				continue
			}
			for _, spec := range general.Specs {
				typed := spec.(*ast.TypeSpec)
				all[qualified(path, typed.Name.Name)] = typed.Type
			}
		}
	}
}

// qualified names a type: plain for the core and meta groups, which do not clash, with its group in front for the others.
func qualified(path, name string) string {
	switch path {
	case "core/v1":
		return name
	default:
		return strings.TrimSuffix(path, "/v1") + "." + name
	}
}

func visit(name string, all map[string]ast.Expr, out table) {
	if _, known := out[name]; known {
		return
	}
	structure, ok := all[name].(*ast.StructType)
	if !ok {
		return
	}
	fields := map[string]string{}
	out[name] = fields
	collect(name, structure, all, fields, out)
}

func collect(owner string, structure *ast.StructType, all map[string]ast.Expr, fields map[string]string, out table) {
	for _, field := range structure.Fields.List {
		tag := ""
		if field.Tag != nil {
			text, _ := strconv.Unquote(field.Tag.Value)
			tag = reflect.StructTag(text).Get("json")
		}
		name := strings.Split(tag, ",")[0]
		if name == "-" {
			continue
		}
		// Inlined: the fields are the owner's own.
		if len(field.Names) == 0 && name == "" {
			inner := typeName(owner, field.Type)
			if below, ok := all[inner].(*ast.StructType); ok {
				collect(inner, below, all, fields, out)
			}
			continue
		}
		if name == "" {
			continue
		}
		fields[name] = word(owner, field.Type, all, out)
	}
}

// typeName names the type of an expression, as seen from the package of owner.
func typeName(owner string, expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.StarExpr:
		return typeName(owner, e.X)
	case *ast.Ident:
		if at := strings.LastIndex(owner, "."); at >= 0 {
			return owner[:at+1] + e.Name
		}
		return e.Name
	case *ast.SelectorExpr:
		from := e.X.(*ast.Ident).Name
		switch from {
		case "v1", "corev1":
			// Packages import either core or meta under this name; the core group is looked up first, then meta.
			return e.Sel.Name
		case "metav1":
			return "meta." + e.Sel.Name
		}
		return from + "." + e.Sel.Name
	}
	return ""
}

func word(owner string, expression ast.Expr, all map[string]ast.Expr, out table) string {
	switch e := expression.(type) {
	case *ast.StarExpr:
		return word(owner, e.X, all, out)
	case *ast.ArrayType:
		if ident, ok := e.Elt.(*ast.Ident); ok && ident.Name == "byte" {
			return "string"
		}
		return "[]" + word(owner, e.Elt, all, out)
	case *ast.MapType:
		return "{}" + word(owner, e.Value, all, out)
	case *ast.SelectorExpr:
		if known, ok := simple[e.X.(*ast.Ident).Name+"."+e.Sel.Name]; ok {
			return known
		}
	case *ast.Ident:
		switch e.Name {
		case "bool":
			return "boolean"
		case "string":
			return "string"
		case "int", "int32", "int64", "uint8", "uint32":
			return "integer"
		case "float64", "float32":
			return "number"
		}
	}
	name := typeName(owner, expression)
	if known, ok := simple[strings.Replace(name, "meta.", "metav1.", 1)]; ok {
		return known
	}
	if _, there := all[name]; !there {
		name = "meta." + name
	}
	switch below := all[name].(type) {
	case *ast.StructType:
		visit(name, all, out)
		return name
	case nil:
		return "any"
	default:
		// A named string, list or map.
		return word(name, below, all, out)
	}
}
