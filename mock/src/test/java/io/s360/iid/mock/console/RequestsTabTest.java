package io.s360.iid.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class RequestsTabTest extends OnStage {

    private static final String ROWS = "[role=option]";
    private static final String DETAIL = "#request-detail";

    @Test
    void showsRequestsAsTheyCome() {
        ConsolePage page = open("requests");

        assertThat(stage().logout(tenant())).isEqualTo(200);
        assertThat(stage().logout(tenant())).isEqualTo(401);

        page.until(() -> page.all(ROWS).size() == 2);
        assertThat(page.all(ROWS).get(0).getText()).contains("Refused", "401", "already-logged-out");
        assertThat(page.all(ROWS).get(1).getText()).contains("Granted", "200", "logged-out");
    }

    @Test
    void tellsVerdictsByShapeToo() {
        stage().logout(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");

        page.until(() -> page.all(ROWS + " svg").size() == 2);

        List<WebElement> shapes = page.all(ROWS + " svg");
        assertThat(shapes.get(0).getDomProperty("innerHTML"))
                .isNotEqualTo(shapes.get(1).getDomProperty("innerHTML"));
    }

    @Test
    void filtersByTextAndVerdict() {
        stage().logout(tenant());
        stage().logout(tenant());
        stage().validate(tenant());
        ConsolePage page = open("requests");
        page.until(() -> page.all(ROWS).size() == 3);

        page.find("#requests-filter").sendKeys("Logout");

        page.until(() -> page.all(ROWS).size() == 2);
        page.find("#requests-verdict").sendKeys("Refused");
        page.until(() -> page.all(ROWS).size() == 1);
        page.find("#requests-filter").sendKeys("-nothing");
        page.untilText("#requests-empty", "No request fits");
    }

    @Test
    void pausesAndGoesOn() {
        ConsolePage page = open("requests");
        page.until(() -> !page.text("#count-sessions").isEmpty());
        page.click("#requests-pause");

        // The second one is counted after a look that would have found the first.
        createChildAndSeeItCounted(page);
        createChildAndSeeItCounted(page);

        assertThat(page.all(ROWS)).isEmpty();
        page.click("#requests-pause");
        page.until(() -> page.all(ROWS).size() == 2);
    }

    @Test
    void tellsListenersOnceOfSeveralRequests() {
        stage().validate(tenant());
        ConsolePage page = open("requests");
        page.until(() -> page.all(ROWS).size() == 1);

        stage().validate(tenant());
        page.until(() -> page.all(ROWS).size() == 2);
        stage().logout(tenant());
        stage().logout(tenant());

        page.until(() -> !String.valueOf(page.find("#requests-news").getDomProperty("textContent"))
                .isEmpty());
        assertThat(page.find("#requests-news").getDomProperty("textContent")).isEqualTo("New requests: 3. Refused: 1.");
    }

    @Test
    void startsAnewAfterReset() {
        stage().logout(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.until(() -> page.all(ROWS).size() == 2);

        page.click("#tab-clock");
        page.click("#panel-clock .danger");
        page.click("#question-yes");
        page.click("#tab-requests");

        page.until(() -> page.all(ROWS).isEmpty());
        assertThat(stage().logout(tenant())).isEqualTo(200);
        page.until(() -> page.all(ROWS).size() == 1);
        assertThat(page.text(ROWS)).contains("#1", "200");
    }

    @Test
    void isWalkedByArrowKeys() {
        stage().validate(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.until(() -> page.all(ROWS).size() == 2);

        page.find(ROWS).sendKeys(Keys.ARROW_DOWN);

        assertThat(page.focused().getText()).contains("#1");
        assertThat(page.text(DETAIL)).contains("ValidateChildSession");
    }

    private void createChildAndSeeItCounted(ConsolePage page) {
        String before = page.text("#count-sessions");
        stage().createChild(tenant());
        page.until(() -> !page.text("#count-sessions").equals(before));
    }
}
