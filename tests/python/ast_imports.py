"""Prints, for each file named on standard input, what it imports by Python's own parser: one JSON list a line."""

import ast
import json
import sys
import unicodedata
import warnings

warnings.simplefilter("ignore")


def imports(source):
    found = []
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.Import):
            found += [[alias.name, 0, []] for alias in node.names]
        else:
            found.append([node.module or "", node.level, [alias.name for alias in node.names]])
    return [[unicodedata.normalize("NFKC", module), level, names] for module, level, names in found]


for line in sys.stdin:
    path = json.loads(line)
    try:
        with open(path, "rb") as file:
            print(json.dumps([path, imports(file.read())]))
    except (SyntaxError, ValueError, RecursionError):
        # Not of this version of Python.
        print(json.dumps([path, None]))
