"""What the shop has written: articles, their passages with vectors, and the revision that every change raises."""
