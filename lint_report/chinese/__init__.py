"""What is known of written Chinese: numerals, quantities, dates, scripts, words."""
