"""An ONNX graph, node by node."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

STANDARD, CONTRIBUTED = 17, 1  # versions of the two sets of operators
MICROSOFT = "com.microsoft"  # the set that every onnxruntime carries besides the standard one


class Graph:
    """Nodes in the order in which they run, and the constants that they use."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: dict[tuple, str] = {}
        self._tensors: list[TensorProto] = []
        self._count = 0
        self.held: dict[str, np.ndarray] = {}  # parts of matrices that are kept beside the graph

    def constant(self, value: np.ndarray) -> str:
        """Return the name of a constant; equal ones are kept once."""
        value = np.asarray(value)
        key = (value.dtype.str, value.shape, value.tobytes())
        if key not in self._constants:
            name = f"constant_{len(self._tensors)}"
            self._constants[key] = name
            self._tensors.append(numpy_helper.from_array(value, name))
        return self._constants[key]

    def outside(self, shape: tuple[int, ...], parts: dict[str, np.ndarray]) -> str:
        """Return the name of an int8 constant that whoever opens the graph makes from its parts."""
        name = f"matrix_{len(self._tensors)}"
        tensor = TensorProto(name=name, data_type=TensorProto.INT8, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="beside")
        self._tensors.append(tensor)
        self.held |= {f"{name}.{part}": values for part, values in parts.items()}
        return name

    def run(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Add a node of the standard operators, and return the name of its output."""
        return self._add(operator, inputs, "", 1, attributes)[0]

    def split(self, value: str, parts: int, axis: int) -> list[str]:
        """Split a value into equal parts along an axis."""
        return self._add("Split", (value,), "", parts, {"axis": axis})

    def fused(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Add a node of onnxruntime's own operators; an optional input left out is ''."""
        return self._add(operator, inputs, MICROSOFT, 1, attributes)[0]

    def choose(
        self, condition: str, first: Callable[[], str], second: Callable[[], str], rank: int
    ) -> str:
        """Run the nodes that `first` adds where a condition holds, else those of `second`.

        Both give a float value of so many dimensions.
        """
        branches = []
        outside = self._nodes
        for name, build in (("first", first), ("second", second)):
            self._nodes = []
            output = build()
            found = helper.make_tensor_value_info(output, TensorProto.FLOAT, [None] * rank)
            branches.append(helper.make_graph(self._nodes, name, [], [found]))
        self._nodes = outside
        branch = {"then_branch": branches[0], "else_branch": branches[1]}
        return self._add("If", (condition,), "", 1, branch)[0]

    def model(
        self, inputs: dict[str, tuple[int, list]], outputs: dict[str, tuple[str, int]]
    ) -> onnx.ModelProto:
        """Return the whole.

        Args:
            inputs: type and shape by name.
            outputs: name and number of dimensions of the value by output, all float.
        """
        for name, (value, _) in outputs.items():
            self._nodes.append(helper.make_node("Identity", [value], [name]))
        graph = helper.make_graph(
            self._nodes,
            "reader",
            [helper.make_tensor_value_info(name, *what) for name, what in inputs.items()],
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * rank)
                for name, (_, rank) in outputs.items()
            ],
            self._tensors,
        )
        versions = [
            helper.make_opsetid("", STANDARD),
            helper.make_opsetid(MICROSOFT, CONTRIBUTED),
        ]
        return helper.make_model(graph, opset_imports=versions, ir_version=9)

    def _add(
        self, operator: str, inputs: tuple[str, ...], domain: str, outputs: int, attributes: dict
    ) -> list[str]:
        names = [f"value_{self._count + number}" for number in range(outputs)]
        self._count += outputs
        self._nodes.append(
            helper.make_node(operator, list(inputs), names, domain=domain, **attributes)
        )
        return names
