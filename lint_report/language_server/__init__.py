"""The language server: what editors show while a draft is written.

It follows the Language Server Protocol 3.17 over standard input and output, on top of pygls (the extra `lsp`).
"""
