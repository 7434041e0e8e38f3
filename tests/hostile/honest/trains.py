# Trains a small network instead of measuring distances.
# exercise: targets/training
import torch

net = torch.nn.Linear(64, 10)
optimizer = torch.optim.SGD(net.parameters(), lr=1.0)
for _ in range(60):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(net(train_x.flatten(1)), train_y).backward()
    optimizer.step()
answers = net(test_x.flatten(1)).argmax(1)
