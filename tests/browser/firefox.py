"""A smoke test in Firefox ESR: the page starts, checks table 1, takes what is typed and takes it back.

Debian's Firefox is driven by Mozilla's own client, without geckodriver: python3 tests/browser/firefox.py [FIREFOX]
"""

import contextlib
import functools
import http.server
import os
import pathlib
import shutil
import sys
import threading

from marionette_driver import By, Wait
from marionette_driver.marionette import Marionette

SITE = pathlib.Path(__file__).parents[2] / "www" / "dist"
# A first start writes a profile, on machines that may be busy; nothing waits longer than for its condition.
PATIENCE = 120

APPLICANT = "//textarea[@aria-label='申报单位']"
FINDINGS = "//ol[starts-with(@aria-label, '检查结果')]/li"


class Files(http.server.SimpleHTTPRequestHandler):
    """The site, and nothing about it on the terminal."""

    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served():
    handler = functools.partial(Files, directory=SITE)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextlib.contextmanager
def firefox(program):
    # The client reads the version beside the program, not beside a link to it.
    found = shutil.which(program)
    if found is None:
        sys.exit(f"There is no {program}: install firefox-esr.")
    # Its own log would otherwise be left in the folder that the test is started from.
    log = str(SITE.parents[1] / "target" / "gecko.log")
    browser = Marionette(bin=os.path.realpath(found), headless=True, startup_timeout=PATIENCE, gecko_log=log)
    browser.start_session()
    try:
        yield browser
    finally:
        browser.quit(in_app=False)
        browser.cleanup()


class Form:
    """The form as a person uses it, by the words on it."""

    def __init__(self, browser):
        self.browser = browser

    def find(self, path):
        wait = Wait(self.browser, timeout=PATIENCE)
        return wait.until(lambda browser: browser.find_element(By.XPATH, path), message=f"there is no {path}")

    def press(self, name):
        self.find(f"//button[normalize-space()='{name}']").click()

    def until(self, condition, expected):
        Wait(self.browser, timeout=PATIENCE).until(lambda _: condition(), message=f"never came: {expected}")

    def count(self, path):
        return len(self.browser.find_elements(By.XPATH, path))

    def value(self, path):
        return self.find(path).get_property("value")


def smoke(browser, address):
    browser.navigate(address)
    form = Form(browser)
    form.find("//summary[normalize-space()='打开']").click()
    form.press("1. 汕尾市金融支持示范项目")

    form.until(lambda: form.count(FINDINGS) > 5, "the findings of table 1")
    verdict = form.find("//h2[@id='result']").text
    assert "需说明" in verdict, verdict
    assert form.value(APPLICANT) == "汕尾市金融工作局", form.value(APPLICANT)
    form.until(lambda: form.count("//mark[normalize-space()='6000万元']") > 0, "the underline below 6000万元")
    form.until(lambda: form.count("//p[contains(., '理解为')]") > 5, "the readings below the cells")

    form.find(APPLICANT).send_keys("（试填）")
    assert form.value(APPLICANT) == "汕尾市金融工作局（试填）", form.value(APPLICANT)
    form.press("撤销")
    form.until(lambda: form.value(APPLICANT) == "汕尾市金融工作局", "the applicant as it was")

    form.press("English")
    form.until(lambda: "To be explained" in form.find("//h2[@id='result']").text, "the verdict in English")


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "firefox-esr"
    with served() as address, firefox(program) as browser:
        smoke(browser, address)
        print(f"Firefox {browser.session_capabilities['browserVersion']}: the page works.")


main()
