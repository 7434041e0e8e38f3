"""Everything that runs code or touches a tensor; the app talks to it through the torch-free `grader.client`."""
