package io.s360.iid.mock.console;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.chrome.ChromeDriver;

/** A stage and a browser for the tests of a class; each test has a tenant of its own. */
@Timeout(30)
abstract class OnStage {

    private static ConsoleStage stage;
    private static ConsolePage page;
    private String tenant = "";

    @BeforeAll
    static void raiseCurtain() throws IOException {
        ChromeDriver browser = Browser.start();
        stage = ConsoleStage.open();
        page = new ConsolePage(browser, stage.base());
        // A page that does not open fails once and at once.
        page.open("default", "en", "requests");
    }

    @BeforeEach
    void takePlace(TestInfo test) {
        tenant = test.getTestMethod().orElseThrow().getName();
        Browser.show(page.browser(), ConsolePage.WIDE, 900, "light");
    }

    @AfterAll
    static void dropCurtain() {
        if (page != null) {
            page.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    ConsoleStage stage() {
        return stage;
    }

    ConsolePage page() {
        return page;
    }

    String tenant() {
        return tenant;
    }

    /** Opens a tab in English for the tenant of this test. */
    ConsolePage open(String tab) {
        return page.open(tenant, "en", tab);
    }
}
