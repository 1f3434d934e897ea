"""What an evaluation came to: kept as JSON for machines, JUnit for continuous integration, a page for people."""
