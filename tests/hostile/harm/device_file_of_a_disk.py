# Makes a device file of its own in scratch, by which root would read the whole disk.
# exercise: targets/value
# status: error
# root: yes
import os
import stat

os.mknod("disk", stat.S_IFBLK | 0o600, os.makedev(254, 0))
print("HIT")
