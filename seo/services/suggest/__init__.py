"""What search boxes offer while somebody types. Undocumented everywhere: each is off until shop.toml names it."""
