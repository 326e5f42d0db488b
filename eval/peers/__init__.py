"""What the product is measured against: what a user would pick instead, and the product with one part left out."""
