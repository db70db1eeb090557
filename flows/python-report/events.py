"""What a run says about itself, as docs/events.md describes it: one JSON line an event."""

import json
import sys
import time
from contextlib import contextmanager

_calls = 0


def event(kind, **fields):
    line = {"headgate": 1, "event": kind, "at": int(time.time() * 1000), **fields}
    print(json.dumps(line), flush=True)


def log(message, level="info", **fields):
    event("log", level=level, message=message, fields=fields)


@contextmanager
def task(name):
    """A step of the timeline: from here to the end of the block."""
    global _calls
    _calls += 1
    call = {"task": _calls, "name": name}
    began = time.monotonic()
    event("task-started", **call)
    try:
        yield
    except BaseException as error:
        _ended(call, began, outcome="failed", error={"name": type(error).__name__, "message": str(error)})
        raise
    _ended(call, began, outcome="succeeded")


def _ended(call, began, **fields):
    event("task-ended", **call, attempt=1, durationMs=round((time.monotonic() - began) * 1000), **fields)


def do_not_retry(message):
    """Ends the run without another attempt: what is wrong would be wrong again."""
    log(message, level="error")
    sys.exit(86)
