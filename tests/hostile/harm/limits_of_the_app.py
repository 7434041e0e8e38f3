# Sets the limits of another process; with a small one the system would kill it.
# exercise: targets/value
# status: error
# short: yes
import resource

now = resource.prlimit(@APP@, resource.RLIMIT_CORE)
resource.prlimit(@APP@, resource.RLIMIT_CORE, now)
print("HIT")
