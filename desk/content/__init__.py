"""What the desk reads of the repository's curated content: reviewed texts, responses, the operator's numbers."""
