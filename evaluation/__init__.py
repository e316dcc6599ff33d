"""How well the assistant understands: questions that it has never seen, the measures, their floors, the report."""
