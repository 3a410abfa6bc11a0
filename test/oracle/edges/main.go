// Answers, for each line of JSON with roles and bindings, what the API server itself decides of what an account asks for: to bind a role to itself, to widen
// a role, to act as somebody else. The authorizer, the checks of bindings and roles, and the filter of impersonation are Kubernetes' own.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/authentication/serviceaccount"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/apiserver/pkg/endpoints/filters/impersonation"
	"k8s.io/apiserver/pkg/endpoints/request"
	rbacapi "k8s.io/kubernetes/pkg/apis/rbac"
	rbacregistry "k8s.io/kubernetes/pkg/registry/rbac"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

type role struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
}

type ask struct {
	Do string `json:"do"`
	// Of which one has to be allowed.
	Roles []role   `json:"roles"`
	Users []string `json:"users"`
	// Besides the user that is acted as.
	Group string `json:"group"`
}

type question struct {
	Roles               []*rbacv1.Role               `json:"roles"`
	ClusterRoles        []*rbacv1.ClusterRole        `json:"clusterRoles"`
	RoleBindings        []*rbacv1.RoleBinding        `json:"roleBindings"`
	ClusterRoleBindings []*rbacv1.ClusterRoleBinding `json:"clusterRoleBindings"`
	Account             metav1.ObjectMeta            `json:"account"`
	Asks                []ask                        `json:"asks"`
}

const group = "rbac.authorization.k8s.io"

func may(ctx context.Context, by authorizer.UnconditionalAuthorizer, who user.Info, verb, resource, namespace, name string) bool {
	decision, _, _ := by.Authorize(ctx, authorizer.AttributesRecord{
		User: who, Verb: verb, APIGroup: group, APIVersion: "v1", Resource: resource, Namespace: namespace, Name: name, ResourceRequest: true,
	})
	return decision == authorizer.DecisionAllow
}

// A binding of a name that no role names: made, or one of anybody changed.
func maySetBinding(ctx context.Context, by authorizer.UnconditionalAuthorizer, who user.Info, namespace string) bool {
	resource := "rolebindings"
	if namespace == "" {
		resource = "clusterrolebindings"
	}
	return may(ctx, by, who, "create", resource, namespace, "") || may(ctx, by, who, "update", resource, namespace, "any-binding") ||
		may(ctx, by, who, "patch", resource, namespace, "any-binding")
}

func mayWiden(ctx context.Context, by authorizer.UnconditionalAuthorizer, who user.Info, a role) bool {
	resource := "roles"
	if a.Kind == "ClusterRole" {
		resource = "clusterroles"
	}
	if !may(ctx, by, who, "update", resource, a.Namespace, a.Name) && !may(ctx, by, who, "patch", resource, a.Namespace, a.Name) {
		return false
	}
	return rbacregistry.RoleEscalationAuthorized(request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "update", APIGroup: group, APIVersion: "v1", Resource: resource, Namespace: a.Namespace, Name: a.Name,
	}), by)
}

func mayActAs(ctx context.Context, by authorizer.UnconditionalAuthorizer, name, inGroup string) bool {
	passed := false
	handler := impersonation.WithImpersonation(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { passed = true }), by,
		serializer.NewCodecFactory(runtime.NewScheme()).WithoutConversion())
	asked := httptest.NewRequest(http.MethodGet, "/api/v1/pods", nil).WithContext(ctx)
	asked.Header.Set("Impersonate-User", name)
	if inGroup != "" {
		asked.Header.Set("Impersonate-Group", inGroup)
	}
	handler.ServeHTTP(httptest.NewRecorder(), asked)
	return passed
}

func answer(q question) string {
	_, objects := validation.NewTestRuleResolver(q.Roles, q.RoleBindings, q.ClusterRoles, q.ClusterRoleBindings)
	by := rbac.New(objects, objects, objects, objects)
	who := serviceaccount.UserInfo(q.Account.Namespace, q.Account.Name, "")
	who.(*user.DefaultInfo).Groups = append(who.GetGroups(), user.AllAuthenticated)
	ctx := request.WithUser(context.Background(), who)
	said := ""
	for _, a := range q.Asks {
		is := false
		for _, one := range a.Roles {
			if a.Do == "escalate" {
				is = is || mayWiden(ctx, by, who, one)
				continue
			}
			ref := rbacapi.RoleRef{APIGroup: group, Kind: one.Kind, Name: one.Name}
			is = is || maySetBinding(ctx, by, who, one.Namespace) && rbacregistry.BindingAuthorized(ctx, ref, one.Namespace, by)
		}
		for _, name := range a.Users {
			is = is || mayActAs(ctx, by, name, a.Group)
		}
		if is {
			said += "1"
		} else {
			said += "0"
		}
	}
	return said
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
