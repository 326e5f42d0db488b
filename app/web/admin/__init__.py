"""The page on which administrators take reports in, correct them and take them out."""
