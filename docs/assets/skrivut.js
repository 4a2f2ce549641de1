// Shows the print button where there is a browser to print from; without JavaScript the browser's own menu prints.
for (const button of document.querySelectorAll("button.skrivut")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
