"""The assistant as the desk knows it: four HTTP calls on loopback, and the turn record."""
