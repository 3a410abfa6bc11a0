// Reads Dockerfiles as JSON strings, one a line, and prints for each what BuildKit's parser makes of it: the list of instructions with their
// lines, flags, words, JSON form and heredocs, or null where it refuses the file.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type instruction struct {
	Keyword string `json:"keyword"`
	// Of an ONBUILD: the keyword of its trigger.
	Trigger  string    `json:"trigger,omitempty"`
	Start    int       `json:"start"`
	End      int       `json:"end"`
	Flags    []string  `json:"flags,omitempty"`
	JSON     *[]string `json:"json,omitempty"`
	Heredocs []string  `json:"heredocs,omitempty"`
}

type file struct {
	Escape       string        `json:"escape"`
	Instructions []instruction `json:"instructions"`
}

func read(text string) *file {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return nil
	}
	found := &file{Escape: string(result.EscapeToken), Instructions: []instruction{}}
	for _, node := range result.AST.Children {
		next := instruction{Keyword: strings.ToUpper(node.Value), Start: node.StartLine, End: node.EndLine, Flags: node.Flags}
		inner := node
		if next.Keyword == "ONBUILD" && node.Next != nil && len(node.Next.Children) > 0 {
			inner = node.Next.Children[0]
			next.Trigger = strings.ToUpper(inner.Value)
			next.Flags = inner.Flags
		}
		if inner.Attributes["json"] {
			words := []string{}
			for word := inner.Next; word != nil; word = word.Next {
				words = append(words, word.Value)
			}
			next.JSON = &words
		}
		for _, heredoc := range inner.Heredocs {
			next.Heredocs = append(next.Heredocs, heredoc.Name)
		}
		found.Instructions = append(found.Instructions, next)
	}
	return found
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 0, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			panic(err)
		}
		if err := out.Encode(read(text)); err != nil {
			panic(err)
		}
	}
}
