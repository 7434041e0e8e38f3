"""Every screen and state of the app, for snapshots and for pictures: `python -m tests.scenes DIRECTORY` draws them."""
