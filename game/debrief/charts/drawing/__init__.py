"""What charts are drawn with: axes, styles, labels, and turning a chart into pixels."""
