"""The action server: one family of service requests a file. Actions set slots and never say anything themselves."""
