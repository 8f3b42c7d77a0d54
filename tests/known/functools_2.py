# `type` itself has type parameters (none), as every class has.
print(type.__type_params__, int.__type_params__)


class Meta(type):
    pass


print(Meta.__type_params__)
