"""Dialogue policies beside Rasa's RulePolicy: what leans on the turn before."""
