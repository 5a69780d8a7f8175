"""Many rooms in one server: any worker takes any room from PostgreSQL."""
