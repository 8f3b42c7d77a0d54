# What copying and removing of trees would need.
import os
print([name for name in ('statvfs', 'fwalk', 'lchown', 'sendfile', 'TMP_MAX', 'PathLike') if not hasattr(os, name)])
print(hasattr(os, 'chown'), os.stat in os.supports_dir_fd, os.open in os.supports_dir_fd, os.scandir in os.supports_fd)
