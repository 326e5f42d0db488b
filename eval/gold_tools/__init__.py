"""Tools for people who keep the gold questions: check files, write questions, turn feedback into candidates."""
