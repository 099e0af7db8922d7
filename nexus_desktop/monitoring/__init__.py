"""The log and the measures of the program itself."""
