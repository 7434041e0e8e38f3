# Writes a module, changes the search path and imports it.
# exercise: targets/value
import importlib
import pathlib
import sys

pathlib.Path("library").mkdir()
pathlib.Path("library/shapes.py").write_text("ROWS, COLUMNS = 3, 4\n")
sys.path.insert(0, "library")
importlib.invalidate_caches()
import shapes
import torch

x = torch.arange(shapes.ROWS * shapes.COLUMNS).reshape(shapes.ROWS, shapes.COLUMNS)
