"""What lasts: thousands of checks, deaths at any moment, and files and frames that are not what they were."""
