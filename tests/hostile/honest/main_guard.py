# Written like a script.
# exercise: targets/value
import torch


def main():
    global x
    x = torch.arange(12).reshape(3, 4)


if __name__ == "__main__":
    main()
