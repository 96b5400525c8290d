package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

func (a *app) catalogueCommand() *cobra.Command {
	return &cobra.Command{
		Use: "catalogue [NAME]", Short: a.texts.CatalogueShort, Example: a.texts.CatalogueExample,
		RunE: func(_ *cobra.Command, args []string) error { return a.runCatalogue(args) },
	}
}

// runCatalogue prints a built-in catalogue, or checks one of the user's own.
func (a *app) runCatalogue(args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Sprintf(a.texts.TooMany, "catalogue", 1, len(args))}
	}
	if a.env.Catalogues == nil {
		return usageError{a.texts.NoCatalogues}
	}
	name := ""
	if len(args) == 1 {
		name = args[0]
	}
	if text, ok := a.env.Catalogues(name); ok {
		w, err := a.open()
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		return err
	}
	themes, indicators, err := a.env.CheckCatalogue(name)
	if err != nil {
		return err
	}
	w, err := a.open()
	if err == nil {
		_, err = fmt.Fprintf(w, a.texts.CatalogueFineF+"\n", clean(name), themes, indicators)
	}
	return err
}
