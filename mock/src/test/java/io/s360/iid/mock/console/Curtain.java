package io.s360.iid.mock.console;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * One stage and one browser for all tests of the console, until the last of all tests is over. Opened by the first test and not
 * by its class, so that every test without a browser is counted as skipped.
 */
final class Curtain implements BeforeEachCallback {

    /** What is behind the curtain. */
    record Theatre(ConsoleStage stage, ConsolePage page) implements AutoCloseable {

        static Theatre open() {
            ChromeDriver browser = Browser.start();
            try {
                ConsoleStage stage = ConsoleStage.open();
                ConsolePage page = new ConsolePage(browser, stage.base());
                // A page that does not open fails once and at once.
                return new Theatre(stage, page.open("default", "en", "requests"));
            } catch (RuntimeException broken) {
                browser.quit();
                throw new IllegalStateException("The console does not open.", broken);
            }
        }

        @Override
        public void close() {
            page.close();
            stage.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        OnStage.theatre = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Curtain.class))
                .computeIfAbsent(Theatre.class, key -> Theatre.open(), Theatre.class);
    }
}
