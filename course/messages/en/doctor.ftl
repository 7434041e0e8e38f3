# What `doctor` finds on a machine; -fix is what to do about it.

cli-doctor = Looks at this machine: Python, torch, driver, devices, confinement, terminal, what is kept.
    Says what is wrong and what to do about it. Exits with 0 when nothing is a problem, 1 when something is.
doctor-looking = Looking around; this imports torch and may take a few seconds.
doctor-topic-program = Program
doctor-topic-python = Python
doctor-topic-torch = torch
doctor-topic-devices = Devices
doctor-topic-grader = Grader
doctor-topic-terminal = Terminal
doctor-topic-state = Your work
doctor-healthy = No problem{ $notes ->
    [0] {""}
    [one] {" "}and one note
   *[other] {" "}and { $notes } notes
 }.
doctor-sick = { $problems ->
    [one] One problem
   *[other] { $problems } problems
 }{ $notes ->
    [0] {""}
    [one] {" "}and one note
   *[other] {" "}and { $notes } notes
 }.
doctor-failed = This could not be looked at: { $why }
doctor-failed-fix = That is a fault of doctor itself; please report it with this line.

# Program and Python
doctor-program = blitz-course { $version }
doctor-not-installed = The program runs from files that were not installed, so its packages cannot be compared.
doctor-not-installed-fix = Install it: `make learn` in a checkout, `pip install .` elsewhere.
doctor-packages-fit = The { $count } packages that it needs are there, in versions that it can use.
doctor-packages-missing = Missing packages: { $packages }.
doctor-packages-missing-fix = Install the program once more, with the pip of this environment; it brings them along.
doctor-packages-unfit = Packages in versions that it cannot use: { $packages }.
doctor-packages-unfit-fix = In this environment: python -m pip install { $wanted }
doctor-python = Python { $version } ({ $path })
doctor-python-untested = Python { $version } ({ $path }); the program was tested on { $tested }.
doctor-python-untested-fix = Nothing needs to be done while all works.
doctor-python-unfit = Python { $version } ({ $path }) does not fit; the program needs { $wanted }.
doctor-python-unfit-fix = Install a Python that fits, and with it the program, in a new environment.
doctor-environment-virtual = In a virtual environment: { $path }
doctor-environment-conda = In a conda environment: { $path }
doctor-environment-shared = In no virtual environment: packages are shared with other programs ({ $path }).
doctor-environment-shared-fix = When versions come into conflict, install into an environment of its own: `python -m venv`, pipx and uv make one.

# torch
doctor-torch = torch { $version }, built for { $build }; programs compute with { $threads ->
    [one] one thread
   *[other] { $threads } threads
 }.
doctor-torch-missing = torch is not installed in this environment, so nothing can be run or checked.
doctor-torch-missing-fix = { $python } -m pip install torch
    Without an NVIDIA GPU, the CPU build saves gigabytes; the install selector of pytorch.org gives its command.
doctor-torch-broken = torch { $version } is installed, but the process that imports it ended: { $why }
doctor-torch-broken-fix = See all of it with { $python } -c "import torch"
    SIGKILL is mostly a lack of memory, SIGILL a processor too old for this build; otherwise reinstall torch.
doctor-torch-slow = torch { $version } was not imported within { $seconds } s.
doctor-torch-slow-fix = Try again: the first import after an installation is the slowest. If that does not help, look for a busy machine, a network drive, a virus scanner.
doctor-torch-silent = torch was imported, but the process asked about it gave no answer.
doctor-torch-silent-fix = Try again; if it stays so, reinstall torch.
doctor-windows = Programs cannot be run or checked on Windows itself, for want of Unix sockets between the processes.
doctor-windows-fix = Install and start the course in WSL, the Windows Subsystem for Linux.

# Devices
doctor-gpu-none = No NVIDIA GPU and no driver of one; the course needs neither.
doctor-driver = NVIDIA driver { $version }, for CUDA up to { $cuda }; GPU: { $gpus }
doctor-driver-plain = NVIDIA driver { $version }; GPU: { $gpus }
doctor-driver-missing = { $count ->
    [one] There is an NVIDIA GPU
   *[other] There are { $count } NVIDIA GPUs
 } here, but no driver is loaded.
doctor-driver-missing-fix = The course works without. To use the GPU, install NVIDIA's driver for this system, and restart.
doctor-driver-old = NVIDIA driver { $version } is too old for this build of torch, which is for CUDA { $cuda }; programs run on the CPU.
doctor-driver-old-fix = Install driver { $needed } or later, or the build of torch for an earlier CUDA, which the install selector of pytorch.org offers.
doctor-cuda-idle = This build of torch is for CUDA { $cuda }, and there is no NVIDIA driver; programs run on the CPU.
doctor-cuda-idle-fix = Nothing needs to be done. Without an NVIDIA GPU, the CPU build of torch would do as well and save gigabytes.
doctor-cuda-hidden = { $variable } hides all GPUs; programs run on the CPU.
doctor-cuda-hidden-fix = Unset { $variable } if that is not meant.
doctor-cuda-refused = torch cannot use the GPU: { $why }
doctor-cuda-refused-fix = Restart the machine if the driver was updated; look whether this build of torch still supports a GPU of this age. Until then --device cpu leaves the GPU alone.
doctor-gpu-unused = There is a GPU with its driver, but this build of torch is for the CPU alone.
doctor-gpu-unused-fix = The course works so. To use the GPU, install the build of torch for CUDA { $cuda } or earlier, which the install selector of pytorch.org offers.
doctor-accelerator-refused = torch is built for { $name }, but cannot use it: { $why }
doctor-accelerator-refused-fix = The course works on the CPU. To use { $name }, look whether system, driver and GPU fit this build.
doctor-devices-lost = The process that asked torch for its devices crashed or got stuck.
doctor-devices-lost-fix = Mostly that is the driver of a GPU: restart the machine, or update the driver. Until then start the course with --device cpu.
doctor-devices = Programs can compute on: { $devices }. The course takes { $chosen }.

# Grader
doctor-confined = Programs are confined ({ $level }): they read Python and its libraries, write one directory, and reach no network.
doctor-limits-only = Programs have limits ({ $level }), but could read your files and reach the network.
doctor-limits-only-fix = For programs of your own that is as safe as any Python. Run no stranger's program here.
sandbox-no-landlock = This system offers no Landlock, which keeps programs from your files.
sandbox-no-landlock-fix = Linux 5.13 or later offers it, unless it is turned off at the start of the system or by a container.
sandbox-no-landlock-inside = This system offers no Landlock: programs that run at the same time are not kept from one another.
sandbox-no-landlock-inside-fix = Linux 5.13 or later offers it, unless it is turned off at the start of the system or by a container.
sandbox-old-landlock = Landlock has version { $version } here, which does not keep programs from ending your other programs.
sandbox-old-landlock-fix = Linux 6.12 or later brings version 6, which does; so does bubblewrap.
sandbox-no-filter = There is no system call filter for { $system } on { $machine }.
sandbox-no-filter-fix = Linux on x86_64 and aarch64 has one, unless its kernel was built without.
sandbox-no-bubblewrap = The program bubblewrap, which confines more strongly still, is not installed: apt install bubblewrap, or what this system says for it.
sandbox-no-bubblewrap-fix = Install the package bubblewrap.
sandbox-bubblewrap-refused = bubblewrap is installed, but does not start here: { $why }
sandbox-bubblewrap-refused-fix = Containers and some systems forbid new user namespaces; whoever runs this one can allow them.
sandbox-no-seatbelt = There is no sandbox-exec here, which confines programs on macOS.
sandbox-no-seatbelt-fix = macOS brings it in /usr/bin.
sandbox-untested = The confinement { $level } is untested: nobody of us could try it on such a machine.
sandbox-untested-fix = Run no stranger's program here.
sandbox-unwatched = Here nobody looks at what the processes take that a program starts: memory, number and files of them all together.
sandbox-unwatched-fix = On Linux the grader forks a warm process, and then looks.

# Terminal
doctor-no-terminal = No terminal to look at: input and output are redirected.
doctor-no-terminal-fix = Run doctor in the terminal in which you want to learn. With --plain the course needs none.
doctor-terminal = Terminal { $kind }, { $colors } colours
doctor-no-color = Terminal { $kind }; NO_COLOR asks for no colours, and the course does without.
doctor-few-colors = Terminal { $kind } promises 16 colours; the course is readable so, but plain.
doctor-few-colors-fix = If the terminal can do more, set TERM=xterm-256color or COLORTERM=truecolor; tmux and ssh often lose them.
doctor-terminal-dumb = TERM is “{ $kind }”: nothing can be drawn here.
doctor-terminal-dumb-fix = Use another terminal, or set TERM to what this one is; with --plain the course needs nothing of it.
doctor-terminal-size = { $columns } columns, { $rows } rows
doctor-terminal-small = { $columns } columns and { $rows } rows are few.
doctor-terminal-small-fix = The course wants 80 columns and 24 rows; enlarge the window or make its letters smaller.
doctor-utf8 = UTF-8, so that signs and Chinese can be shown.
doctor-locale = The locale names the encoding { $encoding }; the program writes UTF-8 all the same.
doctor-locale-fix = If signs look wrong, set LC_ALL=C.UTF-8.
doctor-encoding = The terminal's encoding is { $encoding }: signs and Chinese cannot be shown.
doctor-encoding-fix = Set LC_ALL=C.UTF-8, and UTF-8 in the terminal's own settings.
doctor-wide = Chinese is two columns wide: the bars of these two lines should be below each other.
    中文字符|
    abcdefgh|
doctor-wide-fix = If they are not, choose a font with Chinese characters, or another terminal.

# What is kept
doctor-state = Kept in { $path } ({ $size })
doctor-state-none = Will be kept in { $path }; there is nothing yet.
doctor-state-unwritable = { $path } cannot be written: { $why }. The course works, but nothing is kept.
doctor-state-unwritable-fix = Give yourself the right to write there, or set BLITZ_COURSE_HOME to another directory.
doctor-state-newer = { $path } was written by a newer version of the program; this one leaves it alone and keeps nothing.
doctor-state-newer-fix = Update the program.
doctor-state-damaged = { $path } is damaged.
doctor-state-damaged-fix = The course will set it aside and begin another. If you have an export, take it in with `progress import`.
doctor-state-unreadable = { $path } cannot be read.
doctor-state-unreadable-fix = Look whether the file is yours, and whether another program holds it.
doctor-state-aside = Damaged files were set aside{ $count ->
    [one] {""}
   *[other] {" "}({ $count })
 }, the last one { $path }
doctor-state-aside-fix = Delete them once you miss nothing.
doctor-proofs = The linter remembers its proofs in { $path } ({ $size })
doctor-disk = { $free } free on that disk
doctor-disk-scarce = { $free } free on that disk, which is little for torch and data.
doctor-disk-scarce-fix = The course itself needs a few MB.
doctor-disk-full = { $free } free on that disk: soon nothing can be kept.
doctor-disk-full-fix = Make room, or set BLITZ_COURSE_HOME to a directory on another disk.
doctor-scratchless = Programs have nowhere to write: { $why }
doctor-scratchless-fix = Make room, or set TMPDIR to a directory that can be written.

# Completion in shells
cli-completion = Prints the script by which a shell completes commands, lessons and exercises.
    bash: add the line eval "$(blitz-course completion bash)" to ~/.bashrc
    zsh: add the line eval "$(blitz-course completion zsh)" to ~/.zshrc
    fish: add the line blitz-course completion fish | source to config.fish
