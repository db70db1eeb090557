import contextlib
import io
import json
import os
import tempfile
import unittest
from pathlib import Path

import main

CSV = "day,rain,town\n2026-01-01,1.5,Kiel\n2026-01-02,,Kiel\n2026-01-03,4.5,Ulm\n"


class Report(unittest.TestCase):
    def run_on(self, text):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "data.csv")
            source.write_text(text)
            os.environ["HEADGATE_PARAMETERS"] = json.dumps({"source": str(source)})
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                main.main()
        return output.getvalue().splitlines()

    def test_describes_numbers_and_texts(self):
        rows = [json.loads(line) for line in self.run_on(CSV) if line.startswith('{"headgate": 1, ')]
        kinds = [row["event"] for row in rows]
        self.assertEqual(kinds, ["task-started", "task-ended", "log", "task-started", "task-ended", "artifact"])
        self.assertEqual(
            rows[-1]["artifact"]["rows"],
            [
                ["day", 3, 0, "2026-01-01", "", "", "2026-01-03"],
                ["rain", 2, 1, 1.5, 3.0, 3.0, 4.5],
                ["town", 3, 0, "Kiel", "", "", "Ulm"],
            ],
        )

    def test_prints_a_table_for_people(self):
        self.assertTrue(self.run_on(CSV)[-1].startswith("town"))

    def test_asks_for_no_other_attempt_when_there_is_nothing(self):
        with self.assertRaises(SystemExit) as end:
            self.run_on("day,rain\n")
        self.assertEqual(end.exception.code, 86)

    def test_tells_of_a_task_that_failed(self):
        os.environ["HEADGATE_PARAMETERS"] = '{"source": "/no/such/file"}'
        output = io.StringIO()
        with self.assertRaises(FileNotFoundError), contextlib.redirect_stdout(output):
            main.main()
        last = json.loads(output.getvalue().splitlines()[-1])
        self.assertEqual([last["outcome"], last["error"]["name"]], ["failed", "FileNotFoundError"])


if __name__ == "__main__":
    unittest.main()
