"""What stands between the network and the application: keys, limits, bounds. Knows nothing of answers."""
