import type { FlowName } from '../../core/flow.ts';
import { manifestHead, manifestTail, type NewFiles } from './new-files.ts';

export type PythonRequest = { readonly flow: FlowName; readonly schema: string };

/** Python brings its own image, with its own requirements. Its events are lines that it prints: there is no library. */
export function pythonFiles({ flow, schema }: PythonRequest): NewFiles {
  return {
    'flow.yml': manifest(flow, schema),
    'main.py': code,
    'events.py': events,
    'test_main.py': test,
    'requirements.txt': '# One package a line, with its version: requests==2.34.2\n',
    // What Python leaves behind would change the flow with every test.
    '.gitignore': '__pycache__/\n',
    Dockerfile: dockerfile(flow),
    'README.md': readme(flow),
  };
}

function manifest(flow: FlowName, schema: string): string {
  return `${manifestHead(schema)}description: What ${flow} does, in a sentence
command: [python3, main.py]
image: { dockerfile: Dockerfile }
${manifestTail}`;
}

const code = `import json
import os
from datetime import datetime, timedelta, timezone

from events import event, log, task


def weekday_of(day):
    return [day.strftime("%Y-%m-%d"), day.strftime("%A")]


def main():
    parameters = json.loads(os.environ.get("HEADGATE_PARAMETERS") or "{}")
    # The moment that the run is for: repeated later, it gives the same result. A person's run has none.
    slot = os.environ.get("HEADGATE_SLOT") or datetime.now(timezone.utc).isoformat()
    until = datetime.fromisoformat(slot.replace("Z", "+00:00"))
    with task("weekdays"):
        rows = [weekday_of(until - timedelta(days=back)) for back in range(parameters["days"])]
    log("looked at days", days=len(rows))
    table = {"kind": "table", "name": "Days", "columns": ["day", "weekday"], "rows": rows}
    event("artifact", artifact=table)
    return rows


if __name__ == "__main__":
    event("flow-started")
    main()
    event("flow-ended", outcome="succeeded")
`;

const events = `"""What a run says about itself: one JSON line an event. An exit code of 0 says that it succeeded."""

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
`;

const test = `import contextlib
import io
import os
import unittest
from unittest import mock

import main


class Days(unittest.TestCase):
    def test_shows_the_days_before_its_slot_as_a_table(self):
        variables = {"HEADGATE_PARAMETERS": '{"days": 2}', "HEADGATE_SLOT": "2026-01-02T06:00:00.000Z"}
        output = io.StringIO()
        with mock.patch.dict(os.environ, variables), contextlib.redirect_stdout(output):
            rows = main.main()
        self.assertEqual(rows, [["2026-01-02", "Friday"], ["2026-01-01", "Thursday"]])
        self.assertIn('"kind": "table"', output.getvalue())


if __name__ == "__main__":
    unittest.main()
`;

/** The same as that of `flows/python-report`: what its tag means can change, its digest cannot. */
const pythonImage =
  'python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b';

function dockerfile(flow: FlowName): string {
  return `# Built with the repository as its context. Python 3.13 on Debian, for amd64 and arm64. A newer digest:
#   docker buildx imagetools inspect python:3.13-slim
ARG PYTHON_IMAGE=${pythonImage}

FROM \${PYTHON_IMAGE}
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
COPY flows/${flow}/requirements.txt /tmp/
RUN pip install --no-cache-dir -r /tmp/requirements.txt && rm /tmp/requirements.txt
WORKDIR /flow
COPY flows/${flow} ./
USER 1000:1000
# What ECS is told to start comes behind this, so that a run ends by its timeout even if nobody comes to stop it.
ENTRYPOINT ["sh", "-c", "exec timeout --kill-after=120 \\"\${HEADGATE_RUN_TIMEOUT_SECONDS:-0}\\" \\"$@\\"", "--"]
CMD ["python3", "--version"]
`;
}

function readme(flow: FlowName): string {
  return `# ${flow}

Says which weekdays the days before its slot were, as a table in the run's report: replace it by what the flow is for. Run
it with \`npx headgate run ${flow} -p days=3\`, and its tests with \`python3 -m unittest\` in this folder.
`;
}
