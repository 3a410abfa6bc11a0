package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/charge", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "accepted")
	})
	log.Fatal(http.ListenAndServe(":8443", nil))
}
