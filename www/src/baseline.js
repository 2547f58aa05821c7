// Written for browsers of any age: when the page is complete and the form did not start, for want of a feature, of a
// syntax or of its script, the notice in the page is shown instead of a blank page.
window.onload = function () {
  var started = window.customElements && window.customElements.get("target-table-form");
  if (!started || !window.WebAssembly || !window.Worker || !window.TextDecoder) {
    document.getElementById("baseline").removeAttribute("hidden");
  }
};
