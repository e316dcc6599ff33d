"""The NLU pipeline of config.yml: one graph component a file, named as its twin in lems_faq.understanding.

Each reads the message, calls a plain function and writes the message. What they pass on stands in `keys`.
"""
