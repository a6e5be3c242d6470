package io.s360.iid.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is shown of the request that somebody has selected. */
class RequestDetailTest extends OnStage {

    private static final String ROWS = "[role=option]";
    private static final String DETAIL = "#request-detail";

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
        stage().visit(tenant(), "<img src=x onerror=window.broken=3>");
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
    void copiesCurlLine() {
        stage().logout(tenant());
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.click(ROWS);

        page.click(DETAIL + " .block button");

        page.untilText("#notice", "Copied");
        assertThat(pasted(page)).startsWith("curl ").contains("X-IID-CLIENT-ID").contains("X-Mock-Tenant: new");
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

    private static String pasted(ConsolePage page) {
        page.find("#requests-filter").click();
        page.pressWithControl("v");
        return String.valueOf(page.find("#requests-filter").getDomProperty("value"));
    }
}
