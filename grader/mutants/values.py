"""Mutants of what values are: their dtype and device, how they are filled, converted and computed one by one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, keyword

_DTYPES = {
    "float": ("double", "long"),
    "float32": ("float64", "int64"),
    "double": ("float",),
    "float64": ("float32",),
    "long": ("int", "float"),
    "int64": ("int32", "float32"),
    "int": ("long",),
    "int32": ("int64",),
    "bool": ("long",),
    "uint8": ("int64",),
}
_CONVERSIONS = frozenset(
    {
        "float",
        "double",
        "long",
        "int",
        "bool",
        "half",
        "numpy",
        "tolist",
        "cpu",
        "to",
        "contiguous",
        "type",
    }
)
_FUNCTIONS = {
    "relu": ("sigmoid",),
    "sigmoid": ("tanh", "relu"),
    "tanh": ("sigmoid",),
    "softmax": ("log_softmax",),
    "log_softmax": ("softmax",),
    "exp": (),
    "log": (),
    "sqrt": (),
    "square": (),
    "abs": (),
    "gelu": ("relu",),
    "round": (),
}
"""Functions of each element, which are forgotten, with those that they are taken for."""
_FILLED = {
    "zeros": ("ones",),
    "ones": ("zeros",),
    "empty": ("ones",),
    "rand": ("randn",),
    "randn": ("rand",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "rand_like": ("randn_like",),
    "randn_like": ("rand_like",),
    "new_zeros": ("new_ones",),
    "new_ones": ("new_zeros",),
}


def dtypes(program: Program) -> Iterator[Change]:
    """A dtype dropped, or another."""
    for call in program.nodes(ast.Call):
        given = keyword(call, "dtype")
        if given is None:
            continue
        found = program.text(given)
        yield program.without(call, given, found)
        if isinstance(given.value, ast.Attribute):
            name = given.value.attr
            for other in _DTYPES.get(name, ()):
                text = f"{program.text(given.value.value)}.{other}"
                yield program.put(given.value, text, found, f"dtype={text}")


def devices(program: Program) -> Iterator[Change]:
    """A device dropped."""
    for call in program.nodes(ast.Call):
        given = keyword(call, "device")
        if given is not None:
            yield program.without(call, given, "device=")


def copies(program: Program) -> Iterator[Change]:
    """A copy not made."""
    yield from _dropped(program, {"clone", "copy"})


def numbers(program: Program) -> Iterator[Change]:
    """A tensor left where its number was taken."""
    yield from _dropped(program, {"item"})


def _dropped(program: Program, names: frozenset[str] | set[str]) -> Iterator[Change]:
    """The methods of these names dropped."""
    for call in program.nodes(ast.Call):
        if called(call) in names and program.is_method(call):
            dropped = program.bare(call)
            if dropped is not None:
                yield dropped


def conversions(program: Program) -> Iterator[Change]:
    """A conversion dropped."""
    yield from _dropped(program, _CONVERSIONS)


def functions(program: Program) -> Iterator[Change]:
    """A function of each element left out, or another."""
    for call in program.nodes(ast.Call):
        name = called(call)
        if name in _FUNCTIONS:
            dropped = program.bare(call)
            if dropped is not None:
                yield Change(dropped.start, dropped.end, dropped.text, name, "", dropped.anchor)
            for other in _FUNCTIONS[name]:
                yield program.rename(call, other)


def fillings(program: Program) -> Iterator[Change]:
    """Ones for zeros, normal for uniform numbers."""
    for call in program.nodes(ast.Call):
        for other in _FILLED.get(called(call), ()):
            yield program.rename(call, other)


def unfilled(program: Program) -> Iterator[Change]:
    """Memory that is not cleared."""
    for call in program.nodes(ast.Call):
        if called(call) in {"zeros", "zeros_like", "new_zeros"}:
            yield program.rename(call, called(call).replace("zeros", "empty"))


def inheritances(program: Program) -> Iterator[Change]:
    """`torch.ones` for `x.new_ones`, which takes dtype and device from nowhere."""
    for call in program.nodes(ast.Call):
        name = called(call)
        if name.startswith("new_") and isinstance(call.func, ast.Attribute):
            text = f"torch.{name.removeprefix('new_')}"
            yield program.put(call.func, text, f".{name}", text)


def tensor_classes(program: Program) -> Iterator[Change]:
    """`torch.Tensor` for `torch.tensor`."""
    for call in program.nodes(ast.Call):
        if called(call) == "tensor":
            yield program.rename(call, "Tensor")


def seeds(program: Program) -> Iterator[Change]:
    """A seed left out."""
    for node in program.nodes(ast.Expr):
        if isinstance(node.value, ast.Call) and called(node.value) in {"manual_seed", "seed"}:
            yield program.put(node, "pass", called(node.value), "")
