__all__ = ["shown", "_also"]
shown = "shown"
_also = "also"
not_listed = "not listed"
