"""Archives' exports: one file that holds many articles; `listed` has them all."""
