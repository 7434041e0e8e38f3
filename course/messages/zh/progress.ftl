progress-read-only = 你的进度没有保存：无法写入 { $path }。课程可以继续，但不会保存。
progress-full = 你的进度没有保存：磁盘已满。课程可以继续，但不会保存。
progress-newer = 你的进度没有保存：{ $path } 由更新版本的程序写入。请升级程序以查看进度。
progress-unavailable = 你的进度没有保存：无法使用 { $path }（{ $reason }）。课程可以继续，但不会保存。
progress-corrupt = 已保存的进度已损坏。原文件保留为 { $path }，并已重新开始记录。
