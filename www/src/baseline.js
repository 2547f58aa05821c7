// Written for browsers of any age: when the page is complete and the form did not start, for want of a feature, of a
// syntax or of its script, a notice in the page is shown instead of a blank page.
var isIncomplete = false;
if (window.addEventListener) {
  // A script that did not arrive is the event's target; one that did not run is not.
  window.addEventListener(
    "error",
    function (event) {
      if (event.target && event.target.tagName === "SCRIPT") isIncomplete = true;
    },
    true,
  );
}
window.onload = function () {
  var form = document.getElementsByTagName("target-table-form")[0];
  var isDrawn = form && form.getElementsByTagName("*").length > 0;
  if (isDrawn && window.WebAssembly && window.Worker && window.TextDecoder) return;
  document.getElementById(isIncomplete ? "incomplete" : "baseline").removeAttribute("hidden");
};
