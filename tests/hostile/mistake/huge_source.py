# Is ten megabytes of program.
# exercise: targets/value
# status: failed or refused or timeout or memory
# repeat: 1000000
x = 1 + 2
