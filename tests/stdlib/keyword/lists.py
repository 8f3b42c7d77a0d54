# The two lists and the two questions.
import keyword
from keyword import *

print(keyword.__all__)
print(kwlist)
print(softkwlist)
print(len(kwlist), sorted(kwlist) == kwlist, sorted(softkwlist) == softkwlist, set(kwlist) & set(softkwlist))
words = ("if", "If", "match", "print", "None", "none", "async", "exec", "", "_", "type")
print([word for word in words if iskeyword(word)])
print([word for word in ("if", "match", "case", "_", "type", "__", "soft", "None") if issoftkeyword(word)])
print(iskeyword(5), iskeyword(None), issoftkeyword(("match",)), iskeyword("if "), iskeyword(b"if"))
for question in (iskeyword, issoftkeyword):
    try:
        question(["if"])
    except TypeError as error:
        print(error)
    try:
        question(word="if")
    except TypeError:
        print("no keyword arguments")


# The questions do not bind, and the answers do not depend on the lists.
class Grammar:
    reserved = iskeyword
    soft = issoftkeyword


print(Grammar().reserved("while"), Grammar().soft("while"), Grammar.soft("case"))
kwlist.append("unless")
softkwlist.clear()
print(iskeyword("unless"), issoftkeyword("match"))
kwlist.remove("unless")
