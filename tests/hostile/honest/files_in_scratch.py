# Keeps files in its directory, copies them and reads them again.
# exercise: targets/value
import pathlib
import shutil
import tempfile

import torch

torch.save(torch.arange(12), "kept.pt")
shutil.copy2("kept.pt", "copy.pt")
pathlib.Path("deep/er").mkdir(parents=True)
shutil.copytree("deep", "deeper")
pathlib.Path("copy.pt").touch()
with tempfile.NamedTemporaryFile() as file:
    file.write(b"x")
x = torch.load("copy.pt").reshape(3, 4)
