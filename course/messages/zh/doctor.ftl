# `doctor` 在机器上发现的情况；-fix 是应对办法。

cli-doctor = 检查这台机器：Python、torch、驱动、设备、隔离、终端和保存的内容。
    说明哪里有问题、该怎么办。没有问题时退出码为 0，有问题时为 1。
doctor-looking = 正在检查；需要导入 torch，可能要几秒钟。
doctor-topic-program = 程序
doctor-topic-python = Python
doctor-topic-torch = torch
doctor-topic-devices = 设备
doctor-topic-grader = 评分程序
doctor-topic-terminal = 终端
doctor-topic-state = 学习记录
doctor-healthy = 没有问题{ $notes ->
    [0] {""}
   *[other] ，有 { $notes } 条提示
 }。
doctor-sick = 有 { $problems } 个问题{ $notes ->
    [0] {""}
   *[other] ，{ $notes } 条提示
 }。
doctor-failed = 这一项没能检查：{ $why }
doctor-failed-fix = 这是 doctor 自身的错误，请附上这一行反馈给我们。

# 程序和 Python
doctor-program = blitz-course { $version }
doctor-not-installed = 程序直接从文件运行，没有安装，因此无法核对依赖包的版本。
doctor-not-installed-fix = 请先安装：在源码目录里用 `make learn`，其他情况用 `pip install .`。
doctor-packages-fit = 需要的 { $count } 个依赖包都在，版本合适。
doctor-packages-missing = 缺少依赖包：{ $packages }。
doctor-packages-missing-fix = 用这个环境的 pip 重新安装本程序，依赖包会一并装上。
doctor-packages-unfit = 这些依赖包的版本不合适：{ $packages }。
doctor-packages-unfit-fix = 在这个环境中运行：python -m pip install { $wanted }
doctor-python = Python { $version }（{ $path }）
doctor-python-untested = Python { $version }（{ $path }）；本程序在 { $tested } 上测试过。
doctor-python-untested-fix = 只要一切正常，就不必处理。
doctor-python-unfit = Python { $version }（{ $path }）不合适；本程序需要 { $wanted }。
doctor-python-unfit-fix = 安装合适的 Python，再用它在新环境中安装本程序。
doctor-environment-virtual = 位于虚拟环境中：{ $path }
doctor-environment-conda = 位于 conda 环境中：{ $path }
doctor-environment-shared = 不在虚拟环境中，与其他程序共用依赖包（{ $path }）。
doctor-environment-shared-fix = 如果版本发生冲突，请安装到单独的环境中：`python -m venv`、pipx 和 uv 都可以创建。

# torch
doctor-torch = torch { $version }，面向 { $build } 构建；程序用 { $threads } 个线程计算。
doctor-torch-missing = 这个环境没有安装 torch，因此无法运行和检查程序。
doctor-torch-missing-fix = { $python } -m pip install torch
    没有 NVIDIA GPU 时，CPU 版可以节省数 GB；pytorch.org 的安装选择器会给出命令。
doctor-torch-broken = 已安装 torch { $version }，但导入它的进程意外结束：{ $why }
doctor-torch-broken-fix = 用 { $python } -c "import torch" 查看完整信息。
    SIGKILL 多半是内存不足，SIGILL 是处理器太旧、不支持这个版本；其他情况请重新安装 torch。
doctor-torch-slow = torch { $version } 在 { $seconds } 秒内没有导入完成。
doctor-torch-slow-fix = 请再试一次：安装后的第一次导入最慢。如果仍然如此，看看是不是机器太忙、用了网络硬盘，或有杀毒软件在扫描。
doctor-torch-silent = torch 已导入，但询问它的进程没有回答。
doctor-torch-silent-fix = 请再试一次；如果仍然如此，请重新安装 torch。
doctor-windows = 程序不能直接在 Windows 上运行和检查，因为进程之间的通信需要 Unix 套接字。
doctor-windows-fix = 请在 WSL（适用于 Linux 的 Windows 子系统）中安装并启动课程。

# 设备
doctor-gpu-none = 没有 NVIDIA GPU，也没有它的驱动；课程并不需要。
doctor-driver = NVIDIA 驱动 { $version }，最高支持 CUDA { $cuda }；GPU：{ $gpus }
doctor-driver-plain = NVIDIA 驱动 { $version }；GPU：{ $gpus }
doctor-driver-missing = 这里有 { $count } 块 NVIDIA GPU，但没有加载驱动。
doctor-driver-missing-fix = 没有驱动也能学习。要使用 GPU，请安装适合本系统的 NVIDIA 驱动，然后重启。
doctor-driver-old = NVIDIA 驱动 { $version } 太旧，不支持这个面向 CUDA { $cuda } 构建的 torch；程序在 CPU 上运行。
doctor-driver-old-fix = 安装 { $needed } 或更新的驱动，或者改装面向较早 CUDA 的 torch，pytorch.org 的安装选择器里有。
doctor-cuda-idle = 这个 torch 面向 CUDA { $cuda } 构建，而这里没有 NVIDIA 驱动；程序在 CPU 上运行。
doctor-cuda-idle-fix = 不必处理。没有 NVIDIA GPU 时，CPU 版的 torch 同样够用，还能节省数 GB。
doctor-cuda-hidden = { $variable } 隐藏了全部 GPU；程序在 CPU 上运行。
doctor-cuda-hidden-fix = 如果不是有意为之，请取消设置 { $variable }。
doctor-cuda-refused = torch 无法使用 GPU：{ $why }
doctor-cuda-refused-fix = 如果刚更新过驱动，请重启机器；再看看这个版本的 torch 是否还支持这么旧的 GPU。在此之前，--device cpu 可以不用 GPU。
doctor-gpu-unused = 这里有 GPU 和驱动，但装的是只支持 CPU 的 torch。
doctor-gpu-unused-fix = 课程可以照常使用。要使用 GPU，请安装面向 CUDA { $cuda } 或更早版本的 torch，pytorch.org 的安装选择器里有。
doctor-accelerator-refused = torch 面向 { $name } 构建，却无法使用它：{ $why }
doctor-accelerator-refused-fix = 课程可以在 CPU 上使用。要使用 { $name }，请看看系统、驱动和 GPU 是否与这个版本相配。
doctor-devices-lost = 向 torch 询问设备的进程崩溃或卡住了。
doctor-devices-lost-fix = 多半是 GPU 驱动的问题：请重启机器或更新驱动。在此之前，请用 --device cpu 启动课程。
doctor-devices = 程序可以在这些设备上计算：{ $devices }。课程使用 { $chosen }。

# 评分程序
doctor-confined = 程序受到隔离（{ $level }）：只能读取 Python 和它的库，只能写一个目录，不能访问网络。
doctor-limits-only = 程序有资源限制（{ $level }），但能读取你的文件，也能访问网络。
doctor-limits-only-fix = 运行自己写的程序，和平常用 Python 一样安全。不要在这里运行陌生人的程序。
sandbox-no-landlock = 这个系统没有 Landlock，无法阻止程序访问你的文件。
sandbox-no-landlock-fix = Linux 5.13 及更新的版本有这项功能，除非系统启动时或容器关闭了它。
sandbox-no-landlock-inside = 这个系统没有 Landlock：同时运行的程序彼此没有隔开。
sandbox-no-landlock-inside-fix = Linux 5.13 及更新的版本有这项功能，除非系统启动时或容器关闭了它。
sandbox-old-landlock = 这里的 Landlock 是第 { $version } 版，无法阻止程序终止你的其他程序。
sandbox-old-landlock-fix = Linux 6.12 及更新的版本带有第 6 版，可以阻止；bubblewrap 也可以。
sandbox-no-filter = { $machine } 上的 { $system } 没有系统调用过滤器。
sandbox-no-filter-fix = x86_64 和 aarch64 上的 Linux 有，除非内核编译时去掉了它。
sandbox-no-bubblewrap = 没有安装 bubblewrap，它能提供更强的隔离：apt install bubblewrap，或本系统的相应命令。
sandbox-no-bubblewrap-fix = 请安装软件包 bubblewrap。
sandbox-bubblewrap-refused = 已安装 bubblewrap，但它在这里无法启动：{ $why }
sandbox-bubblewrap-refused-fix = 容器和某些系统禁止新建用户命名空间；管理员可以放开限制。
sandbox-no-seatbelt = 这里没有 sandbox-exec，它在 macOS 上隔离程序。
sandbox-no-seatbelt-fix = macOS 自带它，位于 /usr/bin。
sandbox-untested = { $level } 这一级隔离未经测试：我们没有这样的机器可供试验。
sandbox-untested-fix = 不要在这里运行陌生人的程序。
sandbox-unwatched = 这里没有人监视程序所启动的进程合计占用多少内存、文件和进程数。
sandbox-unwatched-fix = 在 Linux 上，评分程序会从预热好的进程分叉，并进行监视。

# 终端
doctor-no-terminal = 没有可检查的终端：输入和输出都被重定向了。
doctor-no-terminal-fix = 请在打算学习的终端里运行 doctor。加上 --plain，课程就不需要终端。
doctor-terminal = 终端 { $kind }，{ $colors } 色
doctor-no-color = 终端 { $kind }；NO_COLOR 要求不用颜色，课程也不靠颜色。
doctor-few-colors = 终端 { $kind } 只有 16 色；课程可以阅读，只是朴素一些。
doctor-few-colors-fix = 如果终端支持更多颜色，请设置 TERM=xterm-256color 或 COLORTERM=truecolor；经过 tmux 和 ssh 时常会丢失。
doctor-terminal-dumb = TERM 是“{ $kind }”：这里无法显示界面。
doctor-terminal-dumb-fix = 换一个终端，或把 TERM 设成终端的真实类型；加上 --plain，课程就没有这些要求。
doctor-terminal-size = { $columns } 列，{ $rows } 行
doctor-terminal-small = 只有 { $columns } 列、{ $rows } 行，太小了。
doctor-terminal-small-fix = 课程需要 80 列、24 行；请放大窗口或缩小字号。
doctor-utf8 = UTF-8，可以显示各种符号和中文。
doctor-locale = 区域设置的编码是 { $encoding }；程序仍然输出 UTF-8。
doctor-locale-fix = 如果符号显示不正常，请设置 LC_ALL=C.UTF-8。
doctor-encoding = 终端的编码是 { $encoding }：无法显示各种符号和中文。
doctor-encoding-fix = 请设置 LC_ALL=C.UTF-8，并在终端的设置里选择 UTF-8。
doctor-wide = 一个汉字占两列：下面两行末尾的竖线应当上下对齐。
    中文字符|
    abcdefgh|
doctor-wide-fix = 如果没有对齐，请选用包含汉字的等宽字体，或换一个终端。

# 保存的内容
doctor-state = 保存在 { $path }（{ $size }）
doctor-state-none = 将保存在 { $path }；目前还没有内容。
doctor-state-unwritable = { $path } 无法写入：{ $why }。课程可以使用，但什么都不会保存。
doctor-state-unwritable-fix = 请取得写入权限，或把 BLITZ_COURSE_HOME 设为另一个目录。
doctor-state-newer = { $path } 由更新版本的程序写成；当前版本不会改动它，也不会保存任何内容。
doctor-state-newer-fix = 请更新本程序。
doctor-state-damaged = { $path } 已损坏。
doctor-state-damaged-fix = 课程会把它放到一边，重新开始。如果有导出的文件，可以用 `progress import` 导入。
doctor-state-unreadable = { $path } 无法读取。
doctor-state-unreadable-fix = 看看文件是否属于你，是否被其他程序占用。
doctor-state-aside = 有 { $count } 个损坏的文件放在一边，最近的一个是 { $path }
doctor-state-aside-fix = 确认没有丢失内容后，可以删除。
doctor-proofs = 课程检查的缓存在 { $path }（{ $size }）
doctor-disk = 该磁盘剩余 { $free }
doctor-disk-scarce = 该磁盘只剩 { $free }，对 torch 和数据来说偏少。
doctor-disk-scarce-fix = 课程本身只需要几 MB。
doctor-disk-full = 该磁盘只剩 { $free }：很快就无法保存了。
doctor-disk-full-fix = 请腾出空间，或把 BLITZ_COURSE_HOME 设为另一个磁盘上的目录。
doctor-scratchless = 程序没有可以写入的目录：{ $why }
doctor-scratchless-fix = 请腾出空间，或把 TMPDIR 设为可以写入的目录。

# shell 补全
cli-completion = 输出 shell 的补全脚本，用来补全命令、课和练习的名字。
    bash：在 ~/.bashrc 中加上 eval "$(blitz-course completion bash)"
    zsh：在 ~/.zshrc 中加上 eval "$(blitz-course completion zsh)"
    fish：在 config.fish 中加上 blitz-course completion fish | source
