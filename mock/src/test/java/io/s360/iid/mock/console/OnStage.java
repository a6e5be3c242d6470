package io.s360.iid.mock.console;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the console in a browser; each has a tenant of its own. */
@ExtendWith(Curtain.class)
@Timeout(30)
abstract class OnStage {

    static Curtain.Theatre theatre;
    private String tenant = "";

    @BeforeEach
    void takePlace(TestInfo test) {
        tenant = test.getTestMethod().orElseThrow().getName();
        Browser.show(page().browser(), ConsolePage.WIDE, 900, "light");
    }

    ConsoleStage stage() {
        return theatre.stage();
    }

    ConsolePage page() {
        return theatre.page();
    }

    String tenant() {
        return tenant;
    }

    /** Opens a tab in English for the tenant of this test. */
    ConsolePage open(String tab) {
        return page().open(tenant, "en", tab);
    }
}
