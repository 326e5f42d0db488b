"""Makes paragraphs, tables and footnotes out of what stands where on pages. Knows no sections."""
