//go:build !unix

package store_test

import (
	"fmt"
	"os"
)

// limitFiles says that this system has no such limit.
func limitFiles(uint64) {
	fmt.Println("skip")
	os.Exit(0)
}
