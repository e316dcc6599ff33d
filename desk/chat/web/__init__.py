"""What the views share: reading requests, refusing them, and the shape of answers as openapi.yaml has it."""
