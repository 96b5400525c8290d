// Package unasked keeps the terminal from being asked for its background
// while packages initialise: bubbletea does so on every start, commands
// that print included, and waits up to five seconds for an answer. The
// screens ask later, once and with patience (package probe).
//
// It works because Go initialises, of the packages that are ready, the one
// first by path: this one imports lipgloss alone, bubbletea imports it as
// well, and duidu/ comes before github.com/. A test holds it.
package unasked

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
