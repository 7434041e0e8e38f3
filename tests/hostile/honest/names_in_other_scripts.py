# Names things in Greek and Chinese.
# exercise: targets/function
def normalise(矩阵):
    Σ = 矩阵.sum(dim=1, keepdim=True)
    return 矩阵 / Σ
