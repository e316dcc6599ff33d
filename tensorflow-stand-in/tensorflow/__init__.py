"""Stand-in for TensorFlow: imports work, use raises `TensorFlowMissing` (see README.md)."""

from tensorflow._stand_in import TensorFlowMissing, install

install("tensorflow", globals())

__version__ = "2.12.0+standin"
__all__ = ["TensorFlowMissing"]
