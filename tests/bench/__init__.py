"""Speed and memory as ratios taken in one run; nothing here is asserted. `make bench` prints them."""
