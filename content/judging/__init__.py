"""The judge: a model that reads an article and says, with quotes, how good it is; used only once admitted."""
