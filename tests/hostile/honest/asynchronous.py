# Runs an event loop of its own, with a child process in it.
# exercise: targets/value
import asyncio
import sys

import torch


async def number(of):
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-S", "-c", f"print({of})", stdout=asyncio.subprocess.PIPE
    )
    told, _ = await child.communicate()
    return int(told)


rows = asyncio.run(number(3))
x = torch.arange(12).reshape(rows, 4)
