/** What a page loads to draw its chart: exact versions, and the digests of what they must be. */
export const RENDERER = [
  {
    address: "https://cdn.jsdelivr.net/npm/vega@6.4.0/build/vega.min.js",
    integrity: "sha384-VKdcJr3ZaBIJMbVcopTAI/JEuUkSY6qnwVu9iLuw0DnQ9gQ1JjsfZJhXFQAgNi43",
  },
  {
    address: "https://cdn.jsdelivr.net/npm/vega-lite@6.4.3/build/vega-lite.min.js",
    integrity: "sha384-9/70gNCfOu6G7xXvkdreMfuqAEsoaGJVXV2BN/JLRXkSmcGvnMqtsRx8HZtUWAvI",
  },
  {
    address: "https://cdn.jsdelivr.net/npm/vega-embed@7.3.0/build/vega-embed.min.js",
    integrity: "sha384-Muy1QRxYFeNrA1zShc1KtN4OfipkR/61gt+HWqN57c1Zxu3Oe16TsilsruVVjfKL",
  },
];
