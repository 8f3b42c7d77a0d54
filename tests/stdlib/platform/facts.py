"""What platform says, as far as it is the same everywhere or can be checked."""
import os
import platform

named = platform.uname()
print(named._fields, len(named), named.processor == named[5], tuple(named) == tuple(os.uname()) + (named.processor,))
print(platform.system(), platform.node() == named.node, platform.release() == named.release)
print(platform.version() == named.version, platform.machine() == named.machine, platform.processor() == named.processor)
print(repr(named).startswith("uname_result(system='Linux', node="), named._asdict()["system"], named == platform.uname())
print(platform.platform().startswith(f"Linux-{named.release}-{named.machine}"), " " in platform.platform())
print(platform.architecture()[0], platform.architecture("/nowhere", "7bit", "x"), platform.architecture("/etc/passwd"))
print(platform.python_version_tuple()[:2], platform.python_version().startswith("3.14."), len(platform.python_build()))
print(platform.python_branch(), platform.python_revision(), bool(platform.python_compiler()))
print(platform.mac_ver(), platform.win32_ver(), platform.win32_edition(), platform.win32_is_iot())
print(platform.ios_ver(), platform.android_ver(), platform.ios_ver("a", "b", "c", True).model)
print(platform.system_alias("Linux", "1", "2"), platform.system_alias("win32", "10", "x"))
release = platform.freedesktop_os_release()
print("ID" in release, "NAME" in release, release is platform.freedesktop_os_release())
print(platform.invalidate_caches(), platform.libc_ver("/etc/passwd", "lib", "ver"))
print(named._replace(node="elsewhere").node, platform.uname_result("a", "b", "c", "d", "e"))
