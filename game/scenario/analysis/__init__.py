"""What can be known of a scenario without sailing it: reachability, intervals, uses of ids."""
