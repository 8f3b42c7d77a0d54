# A comment, then a blank line.

if x:
    y  # trailing

    # a comment at another depth
  # and another
    z
	
else: w; v;
def f(a,
      b):
        return (a +
    b)
total = 1 + \
    2
class C:
    def m(self):
        pass
# the end
