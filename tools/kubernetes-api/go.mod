module seaworthy.dev/tools/kubernetes-api

go 1.26
