"""Describes the columns of a CSV file."""

import csv
import io
import json
import os
import urllib.request
from pathlib import Path
from statistics import mean, median

from tabulate import tabulate

from events import do_not_retry, event, log, task

LIMIT_BYTES = 50_000_000
HEADERS = ["column", "values", "empty", "least", "median", "mean", "most"]


def read(source):
    if source.startswith(("http://", "https://")):
        with urllib.request.urlopen(source, timeout=30) as response:
            data = response.read(LIMIT_BYTES + 1)
    else:
        with Path(source).open("rb") as file:
            data = file.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        do_not_retry(f"{source} has more than {LIMIT_BYTES} bytes")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def describe(rows):
    return [[name, *describe_column([row[name] or "" for row in rows])] for name in rows[0]]


def describe_column(values):
    filled = [value for value in values if value.strip() != ""]
    numbers = [number for number in map(as_number, filled) if number is not None]
    counts = [len(filled), len(values) - len(filled)]
    if not numbers or len(numbers) < len(filled):
        return [*counts, min(filled, default=""), "", "", max(filled, default="")]
    return [*counts, min(numbers), median(numbers), round(mean(numbers), 2), max(numbers)]


def as_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def main():
    source = json.loads(os.environ["HEADGATE_PARAMETERS"])["source"]
    with task("read"):
        rows = read(source)
    if not rows:
        do_not_retry(f"{source} has no rows")
    log("rows read", rows=len(rows), columns=len(rows[0]))
    with task("describe"):
        table = describe(rows)
    event("artifact", artifact={"kind": "table", "name": "Columns", "columns": HEADERS, "rows": table})
    print(tabulate(table, headers=HEADERS))


if __name__ == "__main__":
    event("flow-started")
    main()
    event("flow-ended", outcome="succeeded")
