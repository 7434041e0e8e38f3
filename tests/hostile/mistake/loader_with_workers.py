# Reads its batches with worker processes, which nothing here needs.
# exercise: targets/value
# status: error
# words: error-shared-memory
import torch
from torch.utils.data import DataLoader, TensorDataset

rows = TensorDataset(torch.arange(12).reshape(3, 4))
batches = [batch for (batch,) in DataLoader(rows, num_workers=2)]  # <-
x = torch.cat(batches)
