// Says what Docker's own builder makes of Dockerfiles, of .dockerignore and of patterns: a JSON object a line in, one a
// line out. Started by scripts/cut-dockerfile-table.mjs.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/solver/pb"
	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	digest "github.com/opencontainers/go-digest"
)

type question struct {
	Dockerfile *string  `json:"dockerfile"`
	Ignore     *string  `json:"ignore"`
	Pattern    string   `json:"pattern"`
	Paths      []string `json:"paths"`
}

// No registry is asked: every base image is an empty one.
type emptyImages struct{}

func (emptyImages) ResolveImageConfig(_ context.Context, name string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return name, digest.FromString(name), []byte(`{"architecture":"amd64","os":"linux","config":{}}`), nil
}

// What the last stage asks of its build context, by the instructions that BuildKit makes of the Dockerfile.
func taken(text string) (any, error) {
	capabilities := pb.Caps.CapSet(pb.Caps.All())
	options := dockerfile2llb.ConvertOpt{MetaResolver: emptyImages{}, LLBCaps: &capabilities}
	result, err := dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(text), options)
	if err != nil {
		return nil, err
	}
	definition, err := result.State.Marshal(context.Background())
	if err != nil {
		return nil, err
	}
	for _, bytes := range definition.Def {
		var op pb.Op
		if err := op.UnmarshalVT(bytes); err != nil {
			return nil, err
		}
		source := op.GetSource()
		if source == nil || !strings.HasPrefix(source.Identifier, "local://context") {
			continue
		}
		paths := []string{}
		followed, isPart := source.Attrs["local.followpaths"]
		if !isPart {
			return "everything", nil
		}
		err := json.Unmarshal([]byte(followed), &paths)
		return paths, err
	}
	return "nothing", nil
}

func keptOut(text string, paths []string) (any, error) {
	patterns, err := ignorefile.ReadAll(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return nil, err
	}
	hits := []string{}
	for _, each := range paths {
		isHit, _, err := matchBelow(matcher, each)
		if err != nil {
			return nil, err
		}
		if isHit {
			hits = append(hits, each)
		}
	}
	return hits, nil
}

// As the builder walks through folders: each is judged with what was found of the one above.
func matchBelow(matcher *patternmatcher.PatternMatcher, file string) (bool, patternmatcher.MatchInfo, error) {
	above := patternmatcher.MatchInfo{}
	if folder := path.Dir(file); folder != "." {
		_, info, err := matchBelow(matcher, folder)
		if err != nil {
			return false, above, err
		}
		above = info
	}
	return matcher.MatchesUsingParentResults(file, above)
}

func matched(pattern string, paths []string) (any, error) {
	hits := []string{}
	for _, each := range paths {
		isHit, err := filepath.Match(pattern, each)
		if err != nil {
			return nil, err
		}
		if isHit {
			hits = append(hits, each)
		}
	}
	return hits, nil
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		var answer any
		var err error
		switch {
		case asked.Dockerfile != nil:
			answer, err = taken(*asked.Dockerfile)
		case asked.Ignore != nil:
			answer, err = keptOut(*asked.Ignore, asked.Paths)
		default:
			answer, err = matched(asked.Pattern, asked.Paths)
		}
		if err != nil {
			answer = map[string]string{"refused": err.Error()}
		}
		text, _ := json.Marshal(answer)
		fmt.Println(string(text))
	}
}
