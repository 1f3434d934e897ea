"""A language model behind the agent: endpoints, prompts, time and money. It proposes words; nothing here decides."""
