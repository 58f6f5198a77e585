"""What a clerk does, one verb per file, pure: data in, data out."""
