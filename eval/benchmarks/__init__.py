"""Measures the product on this machine and writes the figures down. Nothing here is asserted: machines differ."""
