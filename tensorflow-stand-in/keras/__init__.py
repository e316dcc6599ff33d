"""Stand-in for Keras: the twin of the stand-in for TensorFlow beside it."""

from tensorflow._stand_in import install

install("keras", globals())
