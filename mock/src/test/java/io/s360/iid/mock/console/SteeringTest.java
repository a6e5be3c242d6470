package io.s360.iid.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Sessions, clock, catalogue and faults. */
class SteeringTest extends OnStage {

    private static final String LEAVES = "#panel-sessions .leaf";

    @Test
    void showsChildrenUnderTheirParent() {
        stage().createChild(tenant());
        ConsolePage page = open("sessions");

        page.until(() -> page.all(LEAVES).size() >= 3);

        assertThat(page.text("#panel-sessions .tree .tree"))
                .contains(ConsoleStage.CHILD.substring(0, 8), "childSession");
        assertThat(page.text("#panel-sessions")).contains("14 min", "left");
    }

    @Test
    void endsIdleChildAfterSixteenMinutes() {
        stage().createChild(tenant());
        ConsolePage page = open("sessions");
        page.untilText("#panel-sessions", "14 min");
        int before = living(page);

        page.click("#clock-chip");
        page.click("[data-by=PT16M]");
        page.untilText("#clock-apart", "16 min ahead");
        page.click("#tab-sessions");

        page.untilText("#panel-sessions", "EXPIRED");
        page.until(() -> living(page) == before - 1);
    }

    @Test
    void drawsLifecycleWithNumberInEachState() {
        ConsolePage page = open("sessions");

        page.until(() -> page.all(".cycle svg").size() >= 2);

        WebElement childSession = page.all(".cycle").get(1);
        assertThat(childSession.getText())
                .contains("LogoutChildSession", "CreateChildSession", "ACTIVE", "ENDED", "LOGOUT");
        assertThat(childSession.getDomProperty("textContent"))
                .contains("LogoutChildSession leads from ACTIVE to ENDED. LOGOUT");
    }

    @Test
    void freezesClockAndLetsItGoOn() {
        ConsolePage page = open("clock");

        page.click("#clock-freeze");

        page.untilText("#clock-state", "Frozen");
        assertThat(stage().admin(tenant(), "")).contains("\"frozen\":true");
        page.click("#clock-freeze");
        page.untilText("#clock-state", "Running");
    }

    @Test
    void setsClock() {
        ConsolePage page = open("clock");
        page.script("document.querySelector('#clock-set').value = '2031-02-03T04:05:06'");

        page.click("#panel-clock form button");

        page.untilText("#clock-day", "2031-02-03");
        assertThat(stage().admin(tenant(), "")).contains("2031-02-03T04:05");
    }

    @Test
    void asksBeforeReset() {
        stage().logout(tenant());
        ConsolePage page = open("clock");
        page.click("#panel-clock .danger");
        page.until(() -> page.find("#question").isDisplayed());

        page.press(Keys.ESCAPE);

        page.until(() -> !page.find("#question").isDisplayed());
        assertThat(stage().admin(tenant(), "")).contains("\"requests\":1");
        assertThat(page.focused().getText()).isEqualTo("Reset");
    }

    @Test
    void triesAnswerOfCatalogue() {
        ConsolePage page = open("catalogue");
        page.until(() -> !page.all(".entry").isEmpty());
        page.find("#catalogue-filter").sendKeys("LogoutChildSession too-many-requests");
        page.until(() -> page.all(".entry").size() == 1);

        page.click(".entry");
        page.click("[data-way=prefer] .primary");

        page.untilText("[data-way=prefer] .outcome", "As promised: 429");
        assertThat(page.text("[data-way=prefer] .outcome pre")).contains("\"code\"");
        assertThat(stage().admin(tenant(), "/requests?after=0")).contains("too-many-requests");
    }

    @Test
    void showsCurlOfCatalogueThatWorksForEverybody() {
        ConsolePage page = open("catalogue");

        page.click(".entry");

        assertThat(page.text(".way pre")).startsWith("curl ").contains("X-Mock-Tenant: new");
    }

    @Test
    void makesRowsOfCatalogueAsTheyComeIntoSight() {
        ConsolePage page = open("catalogue");
        page.until(() -> !page.all(".entry").isEmpty());
        int total = Integer.parseInt(page.text("#catalogue-count").replaceAll(".* of ", ""));
        int made = page.all(".entry").size();

        page.script("window.scrollTo(0, document.body.scrollHeight)");

        assertThat(made).isLessThan(total);
        page.until(() -> page.all(".entry").size() > made);
    }

    @Test
    void setsAndClearsFaults() {
        ConsolePage page = open("faults");
        page.until(() -> page.find("#faults-latency").isDisplayed());
        page.find("#faults-latency").sendKeys("1ms");

        page.click("#panel-faults [type=submit]");

        page.untilText("#panel-faults", "Faults are on");
        assertThat(stage().admin(tenant(), "/faults")).contains("1ms");
        page.click("#panel-faults .actions button");
        page.untilText("#panel-faults", "Nothing goes wrong");
        assertThat(stage().admin(tenant(), "/faults")).doesNotContain("1ms");
    }

    @Test
    void replacesStateByFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), stage().admin(tenant(), "/state"));
        stage().logout(tenant());
        ConsolePage page = open("clock");

        page.find("#state-file").sendKeys(file.toString());
        page.click("#question-yes");

        page.untilText("#notice", "The state is in place.");
        assertThat(stage().logout(tenant())).isEqualTo(200);
    }

    @Test
    void opensTenantThatIsTyped() {
        ConsolePage page = open("requests");
        page.click("#tenant-button");

        page.find("#tenant-typed").sendKeys("another-one" + Keys.ENTER);

        page.untilText("#tenant-name", "another-one");
        assertThat(page.browser().getCurrentUrl()).contains("tenant=another-one");
        assertThat(page.find("#tenant-panel").isDisplayed()).isFalse();
    }

    private static int living(ConsolePage page) {
        return page.all(LEAVES + ":not(.over)").size();
    }
}
