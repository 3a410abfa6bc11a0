module seaworthy.dev/tools/field-table

go 1.26
