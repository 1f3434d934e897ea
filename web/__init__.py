"""The web application, its pages, the commands, and the one place where everything is joined."""
