"""The only code that imports Rasa: graph components, policies, NLG, channel, tracker store."""
