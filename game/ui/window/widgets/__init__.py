"""What screens are made of: fonts, colours, plates, sheets, gauges."""
