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
    void explainsRefusal() {
        stage().logout(tenant(), "demo-tibco-key", "{\"sessionToken\":5}");
        ConsolePage page = open("requests");

        page.click(ROWS);

        assertThat(page.all(DETAIL + " .reason")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.text(DETAIL))
                .contains("validation-failed", "/sessionToken", "type: string", "sessionId", ".yaml:", "curl ");
    }

    @Test
    void showsNoSecretOfCaller() {
        String secretKey = "key-that-nobody-may-see";
        String secretToken = "token-that-nobody-may-see";
        stage().logout(tenant(), secretKey, "{\"sessionToken\":\"" + secretToken + "\"}");
        stage().logout(tenant(), "demo-tibco-key", "{\"sessionToken\":\"" + secretToken + "\"}");
        ConsolePage page = open("requests");

        for (int row = 1; row <= 2; row++) {
            page.click(ROWS + ":nth-child(" + row + ")");

            assertThat(page.text(DETAIL)).containsIgnoringCase("X-IID-API-KEY");
            assertThat(page.browser().getPageSource()).doesNotContain(secretKey, secretToken);
        }
    }

    @Test
    void showsMarkupOfRequestsAsText() {
        String markup = "<script>window.broken=1</script><img src=x onerror=window.broken=2>";
        stage().call(tenant(), "/%3Cimg%20src=x%20onerror=window.broken=3%3E", "demo-tibco-key", "{}");
        stage().logout(
                        tenant(),
                        "demo-tibco-key",
                        "{\"sessionToken\":\"t\",\"note\":\"" + markup + "\",\"sessionId\":\"x\"}");
        ConsolePage page = open("requests");

        page.until(() -> page.all(ROWS).size() == 2);
        page.click(ROWS + ":nth-child(2)");

        assertThat(page.text(DETAIL)).contains("<img src=x onerror=window.broken=3>");
        page.click(ROWS + ":nth-child(1)");
        assertThat(page.all("#main script, #main img")).isEmpty();
        assertThat(page.script("return window.broken")).isNull();
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
        page.click("#requests-pause");

        stage().validate(tenant());

        page.until(() -> stage().admin(tenant(), "").contains("\"requests\":1"));
        assertThat(page.all(ROWS)).isEmpty();
        page.click("#requests-pause");
        page.until(() -> page.all(ROWS).size() == 1);
    }

    @Test
    void tellsListenersOnceOfSeveralRequests() {
        stage().validate(tenant());
        ConsolePage page = open("requests");
        page.until(() -> page.all(ROWS).size() == 1);

        stage().logout(tenant());
        stage().logout(tenant());
        stage().validate(tenant());

        page.until(() -> !String.valueOf(page.find("#requests-news").getDomProperty("textContent"))
                .isEmpty());
        assertThat(page.find("#requests-news").getDomProperty("textContent")).isEqualTo("New requests: 3. Refused: 1.");
    }

    @Test
    void copiesCurlLine() {
        stage().logout(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.click(ROWS);

        page.click(DETAIL + " .block button");

        page.untilText("#notice", "Copied");
        assertThat(pasted(page)).startsWith("curl ").contains("X-IID-CLIENT-ID").containsIgnoringCase(tenant());
    }

    @Test
    void copiesWithoutClipboardOfBrowserToo() {
        stage().logout(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.script("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
        page.click(ROWS);

        page.click(DETAIL + " .block button");

        page.untilText("#notice", "Copied");
        assertThat(pasted(page)).startsWith("curl ");
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

    private static String pasted(ConsolePage page) {
        page.find("#requests-filter").click();
        page.pressWithControl("v");
        return String.valueOf(page.find("#requests-filter").getDomProperty("value"));
    }
}
