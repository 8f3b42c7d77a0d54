# The expressions that translate() makes, and escape().
import glob
import re

PATTERNS = ['*', 'a*b', '**', '**/x', 'a/**', 'a/**/b', '.x', '*.py', '?', '[a-z]x', '[!a]x', 'a**b', '***', '.*', '**/',
            'a?', '[.]x', 'x/*', 'x/*/*.c', '*/', '', '/', '/a', 'a//b', '*[!]', '**/.x', '[/]', '?*', '**a', '*?*a',
            '**/**/x', '***/x', 'a.b-c d', '[]]', '[!]a]', '[b-a]', '[a-]']
for pattern in PATTERNS:
    print(repr(pattern))
    for options in ({}, {'recursive': True}, {'include_hidden': True}, {'recursive': True, 'include_hidden': True},
                    {'recursive': True, 'seps': ('/', '\\')}, {'seps': '|'}):
        print('   ', glob.translate(pattern, **options))

expression = re.compile(glob.translate('src/**/*.py', recursive=True))
for path in ('src/a.py', 'src/a/b.py', 'src/a/.b/c.py', 'src/.a.py', 'lib/src/a.py', 'src/a/b/c/d.py', 'src.py'):
    print(path, bool(expression.match(path)))
for path in ('a*b', '[x]', '?', 'plain', '', '//host/a?', b'a*[b]?', '***'):
    print(glob.escape(path))
print(glob.has_magic('a*'), glob.has_magic(b'a?'), glob.has_magic('['), glob.has_magic(']'), glob.has_magic(b''))
print(glob.__all__)
