# Returns something that has no end where a list could be.
# exercise: targets/function
# status: failed or timeout
# call: [print("HIT") for number, _ in zip(range(2), normalise(None))]
def normalise(x):
    while True:
        yield x
