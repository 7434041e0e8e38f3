"""What screens are made of; each widget shows plain data and tells what was done to it."""
