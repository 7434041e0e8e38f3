"""The wheel: what it carries, and that the program works from it, installed beside torch and away from the checkout."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from grader.sandbox import bubblewrap, landlock, seccomp

ROOT = Path(__file__).parent.parent
OURS = ("blitz.py", "course", "grader", "tui")
EXERCISE = "creating-tensors/zeros-long"
RIGHT = "import torch\nx = torch.zeros(5, 3, dtype=torch.long)\n"
WRONG = "import torch\nx = torch.zeros(5, 3)\n"
STRANGERS_COURSE = {
    "strangers/__init__.py": "",
    "strangers/course.yaml": "format: 1\nid: strangers\ntitle: Another's\nlessons: [one]\n",
    "strangers-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: strangers\nVersion: 1.0\n",
    "strangers-1.0.dist-info/entry_points.txt": "[blitz_course.courses]\nstrangers = strangers\n",
}
PRYING = """
import sqlite3, torch, numpy                       # in the standard library, and beside the course
import torch.testing, numpy.polynomial
assert torch.from_numpy(numpy.ones(2)).sum() == 2
x = torch.zeros(5, 3, dtype=torch.long)
for path in {paths}:
    try:
        print(open(path).readline().strip())
    except (PermissionError, FileNotFoundError):
        print("denied")
"""

confined = pytest.mark.skipif(
    bool(landlock.missing() or seccomp.missing()), reason="this system offers no Landlock"
)
inside = pytest.mark.skipif(bool(bubblewrap.missing()), reason="bubblewrap is missing or does not start here")


class Installed:
    """The wheel in a virtual environment of its own.

    Third-party packages are links to those of the tests' environment, so that torch and the course share a
    directory, as they do after `pip install`; nothing leads to the checkout.
    """

    def __init__(self, root: Path, wheel: Path) -> None:
        venv.create(root, symlinks=True)
        self.root = root
        self.python = root / "bin" / "python"
        self.packages = next(root.glob("lib/python*/site-packages"))
        self._link_packages()
        pip = [sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet"]
        subprocess.run([*pip, "--no-index", "--no-deps", wheel], check=True)

    def run(self, *command, code=None):
        """Runs a command of the environment, away from the checkout."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [self.root / "bin" / command[0], *command[1:]],
            input=code,
            capture_output=True,
            text=True,
            cwd=self.root,
            env=kept,
            timeout=60,
        )

    def check(self, code, *options):
        """The exit code and the document of `blitz-course check`."""
        done = self.run(
            "blitz-course", "check", EXERCISE, "-", "--json", "--device", "cpu", *options, code=code
        )
        assert done.stderr == ""
        return done.returncode, json.loads(done.stdout)

    def tell(self, program):
        """What a program prints, as data."""
        done = self.run("python", "-I", "-c", f"import json, sys\n{program}")
        assert done.stderr == ""
        return json.loads(done.stdout)

    def _link_packages(self):
        for directory in map(Path, sys.path):
            if directory.name not in ("site-packages", "dist-packages"):
                continue
            for package in directory.iterdir():
                link = self.packages / package.name
                is_ours = package.name in OURS or package.name.startswith("blitz_course")
                if not (is_ours or package.suffix == ".pth" or link.exists()):
                    link.symlink_to(package)


def built(kind, source, out):
    """What is built of a source directory: the path of a wheel or an sdist."""
    build = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", out, source]
    subprocess.run(build, check=True, capture_output=True, timeout=60)
    return next(out.iterdir())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    made = Installed(tmp_path_factory.mktemp("installed"), wheel)
    for name, text in STRANGERS_COURSE.items():
        (made.packages / name).parent.mkdir(exist_ok=True)
        (made.packages / name).write_text(text)
    return made


def sources(*patterns):
    """The files of the checkout that match, as the wheel names them."""
    return {str(file.relative_to(ROOT)) for pattern in patterns for file in ROOT.glob(pattern)}


def test_the_wheel_carries_everything_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == set(OURS)
    for wanted in (
        sources("blitz.py", "course/**/*.py", "grader/**/*.py", "tui/**/*.py"),
        sources("course/builtin/**/*.yaml"),
        sources("course/messages/*/*.ftl"),
        sources("course/datasets/*"),
        sources("tui/**/*.tcss"),
    ):
        assert wanted
        assert wanted <= names
    assert any(name.endswith(".zh.yaml") for name in names)
    assert not [name for name in names if "tests" in name.split("/") or name.endswith(".pyc")]


def test_the_sdist_makes_the_same_wheel_and_can_be_tested(wheel, tmp_path):
    sdist = built("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    source = tmp_path / sdist.name.removesuffix(".tar.gz")
    again = built("wheel", source, tmp_path / "again")
    assert contents(again) == contents(wheel)
    assert again.name == wheel.name
    wanted = sources(
        "tests/**/*.py", "tests/courses/**/*.yaml", "docs/*.svg", "*.md", "LICENSE", "constraints.txt"
    )
    assert not {name for name in wanted if not (source / name).is_file()}


def contents(wheel):
    """The files of a wheel by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("changelog", "version"),
    [
        ("# Changelog\n\n## Unreleased\n\n- x\n", None),
        ("# Changelog\n\n## Unreleased\n\n## 0.2.0 (2027-01-01)\n\n## 0.1.0\n", "0.2.0"),
        ("# Changelog\n\n## 1.0.0rc1\n\n### 9.9.9\n", "1.0.0rc1"),
    ],
)
def test_what_a_changelog_says_was_released(changelog, version):
    assert released(changelog) == version


def test_the_version_is_the_one_released_last(wheel):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert released((ROOT / "CHANGELOG.md").read_text("utf-8")) == version
    assert wheel.name.startswith(f"blitz_course-{version}-")


def released(changelog):
    """The version of a changelog's topmost heading with one; None while nothing is released."""
    heading = re.search(r"^## \[?v?(\d[\w.]*)", changelog, re.MULTILINE)
    return heading[1] if heading else None


def test_nothing_of_the_checkout_is_imported(installed):
    files = installed.tell(
        "import blitz, course, grader, tui\n"
        "print(json.dumps([module.__file__ for module in (blitz, course, grader, tui)]))"
    )
    assert all(Path(file).is_relative_to(installed.packages) for file in files), files
    assert str(ROOT) not in installed.tell("print(json.dumps(sys.path))")


@pytest.mark.parametrize("strategy", ["fork", "spare"])
@pytest.mark.parametrize(("code", "exit_code"), [(RIGHT, 0), (WRONG, 1)], ids=["right", "wrong"])
def test_check_from_the_wheel(installed, strategy, code, exit_code):
    found, document = installed.check(code, "--strategy", strategy)
    assert (found, document["passed"]) == (exit_code, exit_code == 0)
    assert document["status"] == ("failed" if exit_code else "passed")


@confined
@pytest.mark.parametrize(
    ("isolation", "strategy", "printed"),
    [
        ("none", "fork", ["format: 1", "format: 1"]),
        ("landlock", "fork", ["denied", "denied"]),
        ("landlock", "spare", ["denied", "denied"]),
        pytest.param("bubblewrap", "fork", ["denied", "denied"], marks=inside),
        pytest.param("bubblewrap", "spare", ["denied", "denied"], marks=inside),
    ],
)
def test_lessons_that_lie_beside_torch(installed, isolation, strategy, printed):
    courses = ("course/builtin/course.yaml", "strangers/course.yaml")
    code = PRYING.format(paths=[str(installed.packages / name) for name in courses])
    _, document = installed.check(code, "--strategy", strategy, "--isolation", isolation)
    assert (document["error"], document["status"], document["isolation"]) == (None, "passed", isolation)
    assert document["stdout"].split("\n") == [*printed, ""]


@confined
def test_an_installation_without_a_virtual_environment_hides_lessons_too(installed):
    readable = installed.tell(
        "sys.base_prefix = sys.prefix\n"
        "from grader.sandbox import readable_paths\n"
        "print(json.dumps([str(path.resolve()) for path in readable_paths()]))"
    )
    lessons, torch = installed.packages / "course" / "builtin", installed.packages / "torch"
    assert not [path for path in readable if lessons.resolve().is_relative_to(path)]
    assert [path for path in readable if torch.resolve().is_relative_to(path)]
