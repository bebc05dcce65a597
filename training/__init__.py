"""Training of the reader: from JSON lines to the ONNX file that ships."""
