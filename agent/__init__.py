"""The agent: understands a message, runs the skills it asks for, words and checks the reply."""
