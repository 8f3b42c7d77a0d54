"""`python -m calendar`: prints a calendar."""
from calendar import main

main()
