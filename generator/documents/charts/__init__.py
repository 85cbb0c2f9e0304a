"""Native charts of Word and PowerPoint: written, given new data, read back."""
