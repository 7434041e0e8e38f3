"""What a learner's program cannot reach; each probe is also run without a sandbox, where it must hit."""

import os
from pathlib import Path

import pytest
import pytest_asyncio

import course
from grader.client import Grader
from grader.sandbox import bubblewrap, landlock, seccomp

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(
        bool(landlock.missing() or seccomp.missing()), reason="this system offers no Landlock"
    ),
]

LESSON = Path(course.__file__).parent / "builtin" / "creating-tensors.yaml"
PROBES = {
    "reads a lesson": f"print(len(open({str(LESSON)!r}).read()))",
    "reads the home directory": f"import os; print(os.listdir({str(Path.home())!r}))",
    "reads the process table": f"print(open('/proc/{os.getpid()}/environ').read()[:0] or 'read')",
    "writes outside its scratch": "open('/tmp/blitz-course-probe', 'w').write('x'); print('written')",
    "opens a TCP socket": "import socket; socket.socket(); print('open')",
    "opens a UDP socket": "import socket; socket.socket(type=socket.SOCK_DGRAM); print('open')",
    "opens a Unix socket": "import socket; socket.socket(socket.AF_UNIX); print('open')",
    "signals the app": f"import os; os.kill({os.getpid()}, 0); print('sent')",
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bare_grader():
    """A grader without a sandbox."""
    made = Grader(device="cpu", isolation="none")
    await made.start()
    await made.ready()
    yield made
    await made.close()


@pytest.mark.parametrize("code", PROBES.values(), ids=PROBES)
async def test_out_of_reach(grader, bare_grader, code):
    confined = await grader.run(code)
    assert confined.error is not None, confined
    assert confined.error.type in ("PermissionError", "OSError", "FileNotFoundError", "ProcessLookupError")
    free = await bare_grader.run(code)
    assert (free.status, free.error) == ("finished", None)
    assert free.stdout
    Path("/tmp/blitz-course-probe").unlink(missing_ok=True)


async def test_a_confined_program_still_works(grader):
    code = """
import os, tempfile, math, torch, numpy
open("kept.txt", "w").write("x")
assert os.listdir(".") == ["kept.txt"]
with tempfile.TemporaryFile() as file:
    file.write(b"x")
net = torch.nn.Linear(3, 2)
torch.save(net.state_dict(), "net.pt")
net.load_state_dict(torch.load("net.pt"))
optimizer = torch.optim.Adam(net.parameters())
net(torch.randn(64, 3)).sum().backward()
optimizer.step()
torch.randn(300, 300) @ torch.randn(300, 300)
torch.nn.functional.conv2d(torch.randn(2, 3, 32, 32), torch.randn(6, 3, 5, 5))
print("done")
"""
    result = await grader.run(code)
    assert (result.error, result.stdout) == (None, "done\n")


async def test_the_learners_process_holds_no_code_of_author_or_judge(grader):
    result = await grader.run("import sys; print(sorted(m for m in sys.modules if m.startswith('grader')))")
    assert "grader.worker" in result.stdout
    for secret in ("author", "judge", "compare", "values", "cases", "mistakes", "client"):
        assert f"grader.{secret}'" not in result.stdout


async def test_isolation_is_named_in_the_verdict(grader, bare_grader):
    assert grader.info.isolation == ("landlock" if bubblewrap.missing() else "bubblewrap")
    assert bare_grader.info.isolation == "none"
