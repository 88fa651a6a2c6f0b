/** The encodings by which a mark tells what it is: to whoever points at it, and to whoever has it read out. */
export const TOLD = {
  tooltip: { field: "tip", type: "nominal" },
  description: { field: "tip", type: "nominal" },
};
