"""For each folder named on standard input, runs its flows/p/main.py as `python main.py` would, in a process of its own, and
prints which files below the folder were executed: one JSON list a line."""

import json
import os
import sys


def run(root):
    executed = set()

    def note(event, arguments):
        if event == "exec" and hasattr(arguments[0], "co_filename"):
            name = arguments[0].co_filename
            path = "" if name.startswith("<") else os.path.realpath(name)
            if path.startswith(root + os.sep):
                executed.add(os.path.relpath(path, root))

    sys.addaudithook(note)
    folder = os.path.join(root, "flows", "p")
    main = os.path.join(folder, "main.py")
    os.chdir(folder)
    os.environ["SOMEWHERE"] = os.path.join(root, "lib")
    sys.dont_write_bytecode = True
    sys.argv = ["main.py"]
    sys.path[0] = folder
    with open(main, encoding="utf-8") as file:
        code = compile(file.read(), main, "exec")
    module = type(sys)("__main__")
    module.__file__ = main
    sys.modules["__main__"] = module
    exec(code, module.__dict__)
    return sorted(executed)


for line in sys.stdin:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        answer = json.dumps(run(os.path.realpath(json.loads(line))))
        os.write(write, answer.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        print(answer.read() or "null", flush=True)
    os.waitpid(child, 0)
