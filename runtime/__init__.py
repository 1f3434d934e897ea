"""The ground under everything: settings, database, clocks, phrases, tokens; it knows no skill, channel or vendor."""
