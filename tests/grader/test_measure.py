"""What the judge measures of two tensors, arrays or numbers, and where it is told."""

import json

import jsonschema
import pytest

from course.catalogue import Catalogue
from grader.document import verdict_document, verdict_schema
from grader.verdict import MAX_PICTURE

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def measured(grade):
    """The difference of `x` in two programs that begin with `import torch`."""

    async def run(solution, code, **check):
        parts = {"solution": f"import torch\n{solution}", "checks": [{"observe": "x", **check}]}
        verdict = await grade(f"import torch\n{code}", **parts)
        assert verdict.status == "failed", verdict
        return verdict.checks[0].difference

    return run


async def test_counts_errors_and_indices(measured):
    found = await measured("x = torch.tensor([[1., 2.], [4., 0.]])", "x = torch.tensor([[1., 3.], [6., 1.]])")
    assert (found.total, found.differing, found.first) == (4, 3, (0, 1))
    assert (found.largest_absolute.index, found.largest_absolute.error) == ((1, 0), 2.0)
    assert (found.largest_absolute.expected, found.largest_absolute.actual) == (4.0, 6.0)
    assert (found.largest_relative.index, found.largest_relative.error) == ((0, 1), 0.5)
    (part,) = found.parts
    assert (part.at, part.block, part.differing) == ((0, 0), (1, 1), [(0, 1), (1, 0), (1, 1)])
    assert part.error == [[0.0, 1.0], [2.0, 1.0]]


async def test_elements_within_tolerance_do_not_count(measured):
    found = await measured(
        "x = torch.tensor([1., 1.])", "x = torch.tensor([1.5, 2.])", tolerance={"atol": 0.6}
    )
    assert (found.differing, found.first) == (1, (1,))


async def test_nan_and_infinities_are_counted_on_both_sides_and_are_no_largest_error(measured):
    found = await measured(
        "x = torch.tensor([1., float('inf'), float('nan'), 0.])",
        "x = torch.tensor([float('nan'), float('-inf'), float('nan'), 0.])",
    )
    assert (found.expected.nan, found.expected.inf) == (1, 1)
    assert (found.actual.nan, found.actual.inf) == (2, 1)
    assert (found.differing, found.first) == (2, (0,))
    assert found.largest_absolute is found.largest_relative is None
    assert found.parts[0].error == [["inf", "inf", 0.0, 0.0]]


@pytest.mark.parametrize(
    ("solution", "code", "error"),
    [
        ("x = torch.tensor(2 + 3j)", "x = torch.tensor(2 + 1j)", 2.0),
        ("x = torch.tensor([True, False])", "x = torch.tensor([True, True])", 1.0),
        ("x = torch.tensor([1, 2])", "x = torch.tensor([1, 5])", 3.0),
        ("x = torch.tensor(1.5).numpy()", "x = torch.tensor(2.5).numpy()", 1.0),
        ("x = 2.5", "x = 4.5", 2.0),
        ("x = 7", "x = 10 ** 30", None),
        ("x = torch.tensor([200], dtype=torch.uint8)", "x = torch.tensor([1], dtype=torch.uint8)", 199.0),
        ("x = torch.ones(2, dtype=torch.bfloat16)", "x = torch.zeros(2, dtype=torch.bfloat16)", 1.0),
    ],
)
async def test_every_kind_of_number_is_measured(measured, solution, code, error):
    found = await measured(solution, code)
    assert found.differing is not None
    assert found.largest_absolute is not None
    assert error is None or found.largest_absolute.error == error


async def test_facts_of_both_sides_are_told_where_no_element_differs(measured):
    found = await measured(
        "x = torch.ones(2, requires_grad=True)", "x = torch.ones(2)", also=["requires_grad"]
    )
    assert (found.expected.requires_grad, found.actual.requires_grad) == (True, False)
    assert (found.differing, found.first) == (0, None)


async def test_two_shapes_lie_beside_each_other_slice_by_slice(measured):
    found = await measured("x = torch.zeros(2, 2, 3)", "x = torch.zeros(3, 2)")
    assert (found.expected.shape, found.actual.shape, found.total) == ((2, 2, 3), (3, 2), None)
    assert [(part.at, part.actual is None) for part in found.parts] == [((0, 0), False), ((1, 0, 0), True)]


async def test_the_part_of_a_list_that_differs_is_named(measured):
    found = await measured("x = [torch.ones(2), torch.ones(3)]", "x = [torch.ones(2), torch.zeros(3)]")
    assert (found.name, found.total) == ("x[1]", 3)


async def test_a_gradient_is_measured(measured):
    found = await measured(
        "x = torch.ones(2, requires_grad=True); x.sum().backward()",
        "x = torch.ones(2, requires_grad=True); (2 * x).sum().backward()",
        also=["grad"],
    )
    assert (found.name, found.largest_absolute.error) == ("x.grad", 1.0)


async def test_a_large_tensor_is_told_in_blocks_and_round_the_largest_difference(measured):
    found = await measured(
        "x = torch.zeros(3, 1000, 1000)",
        "x = torch.zeros(3, 1000, 1000); x[1, 2, 3] = 1; x[1, 998, 700] = -4",
    )
    blocks, near = found.parts
    assert (blocks.at, blocks.block) == ((1, 0, 0), (16, 16))
    assert len(blocks.actual) == len(blocks.actual[0]) == 63
    assert blocks.differing == [(0, 0), (62, 43)]
    assert (blocks.error[0][0], blocks.error[62][43]) == (1.0, 4.0)
    row, column = (place - start for place, start in zip((998, 700), near.at[1:], strict=True))
    assert near.at[0] == 1
    assert (near.block, near.actual[row][column], near.differing) == ((1, 1), -4.0, [(row, column)])


@pytest.mark.parametrize("shape", ["5000", "4097, 1", "100, 100", "9, 30, 30", "5000, 1, 1", "70, 70, 2"])
async def test_no_tensor_is_told_at_length(measured, shape):
    found = await measured(f"x = torch.rand({shape}) + 2", f"x = torch.rand({shape})")
    cells = sum(len(row) for part in found.parts for row in part.actual)
    assert 0 < cells <= MAX_PICTURE + 32 * 32
    assert all(len(part.at) == len(found.actual.shape) for part in found.parts)


@pytest.mark.parametrize("hidden", [True, False])
async def test_the_document_tells_it_unless_the_check_is_hidden(grade, hidden):
    verdict = await grade(
        "import torch\nx = torch.tensor([[1.0, float('nan')]])",
        solution="import torch\nx = torch.ones(1, 2)",
        checks=[{"observe": "x", "hidden": hidden}],
    )
    document = json.loads(json.dumps(verdict_document(verdict, Catalogue.load("en")), allow_nan=False))
    jsonschema.validate(document, verdict_schema())
    told = document["checks"][0]["difference"]
    assert told is None if hidden else (told["differing"], told["actual"]["nan"]) == (1, 1)


async def test_what_is_no_number_has_no_difference(measured):
    assert await measured("x = 'a'", "x = 'b'") is None
    assert await measured("x = torch.zeros(2)", "x = [0, 0]") is None
