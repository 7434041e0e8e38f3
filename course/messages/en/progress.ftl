progress-read-only = Your work is not being saved: { $path } cannot be written. The course goes on without saving.
progress-full = Your work is not being saved: the disk is full. The course goes on without saving.
progress-newer = Your work is not being saved: { $path } was written by a newer version of this program. Update it to see your progress.
progress-unavailable = Your work is not being saved: { $path } cannot be used ({ $reason }). The course goes on without saving.
progress-corrupt = Your saved progress was damaged. It was kept as { $path }, and a new one was begun.
