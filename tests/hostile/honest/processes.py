# Computes in children and takes the answers from a pipe.
# exercise: targets/value
import multiprocessing

import torch


def row(number, end):
    end.send(list(range(4 * number, 4 * number + 4)))


context = multiprocessing.get_context("fork")
rows = []
for number in range(3):
    ours, theirs = context.Pipe()
    child = context.Process(target=row, args=(number, theirs))
    child.start()
    rows.append(ours.recv())
    child.join()
x = torch.tensor(rows)
