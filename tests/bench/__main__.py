"""Runs all measurements and prints a table: what, the figure, what it is compared with, the ratio, the aim."""

import asyncio
import os

from rich.console import Console
from rich.table import Table

from tests.bench import endless, grading, latency, screen


async def main():
    table = Table(title=f"medians of one run on {os.cpu_count()} cores")
    for heading in ("what", "measured", "compared with", "ratio", "aim"):
        table.add_column(heading)
    for rows in (grading.measure, endless.measure, screen.measure, latency.measure):
        for row in await rows():
            table.add_row(*row)
    Console(width=140).print(table)


asyncio.run(main())
