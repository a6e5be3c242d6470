package io.s360.iid.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;

/** That everybody can use the page, in their language, on their screen, and without anything from elsewhere. */
class AccessTest extends OnStage {

    private static final List<String> TABS =
            List.of("requests", "sessions", "clock", "catalogue", "faults", "contract");

    /** The policy that comes with the page forbids what is foreign; a breach of it would be an error in the log. */
    @Test
    void opensWithoutErrorsAndForeignRequests() {
        stage().logout(tenant());
        page().browser().manage().logs().get(LogType.BROWSER);

        open("requests");
        TABS.forEach(this::turnTo);

        assertThat(page().browser().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
        assertThat((List<?>) page().script("return performance.getEntriesByType('resource').map((one) => one.name)"))
                .anyMatch(address -> String.valueOf(address).endsWith("/__console/console.js"))
                .allMatch(address -> String.valueOf(address).startsWith(stage().base() + "/__"));
    }

    @ParameterizedTest
    @CsvSource({"en, ARROW_RIGHT, ARROW_LEFT", "ar, ARROW_LEFT, ARROW_RIGHT"})
    void movesBetweenTabsByArrowKeys(String language, Keys forward, Keys back) {
        ConsolePage page = page().open(tenant(), language, "requests");
        page.find("#tab-requests").sendKeys(forward);

        assertThat(page.focused().getDomAttribute("id")).isEqualTo("tab-sessions");
        page.until(() -> page.find("#panel-sessions").isDisplayed());
        page.press(Keys.END);
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("tab-contract");
        page.press(forward, back, back);
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("tab-faults");
        assertThat(page.all("[role=tab][aria-selected=true]")).hasSize(1);
    }

    @Test
    void reachesEverythingByTabKeyWithVisibleFocus() {
        stage().logout(tenant());
        ConsolePage page = open("requests");
        page.until(() -> !page.all("[role=option]").isEmpty());
        List<String> expected = List.of(
                "skip",
                "tenant-button",
                "clock-chip",
                "language",
                "tab-requests",
                "requests-filter",
                "requests-verdict",
                "requests-pause",
                "requests-clear",
                "request-1");

        List<String> walked = expected.stream()
                .map(id -> {
                    page.press(Keys.TAB);
                    assertThat(page.focused().getCssValue("outline-style"))
                            .as(id)
                            .isEqualTo("solid");
                    String name = page.focused().getDomAttribute("id");
                    return name == null ? page.focused().getDomAttribute("class") : name;
                })
                .toList();

        assertThat(walked).isEqualTo(expected);
    }

    @Test
    void closesTenantsByEscape() {
        ConsolePage page = open("requests");
        page.click("#tenant-button");

        page.press(Keys.ESCAPE);

        assertThat(page.find("#tenant-panel").isDisplayed()).isFalse();
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("tenant-button");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasReadableContrast(String scheme) {
        Browser.show(page().browser(), ConsolePage.WIDE, 900, scheme);
        stage().logout(tenant());
        stage().logout(tenant());

        open("requests");

        for (String tab : TABS) {
            turnTo(tab);

            assertThat(Contrast.poorTexts(page())).as("%s, %s", tab, scheme).isEmpty();
        }
    }

    @Test
    void wouldNoticePoorContrast() {
        open("contract");
        page().script("document.querySelector('#panel-contract h2').style.color = '#9aa3a6'");

        assertThat(Contrast.poorTexts(page())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, en", "400, ar", "640, en"})
    void fitsNarrowScreens(int width, String language) {
        Browser.show(page().browser(), width, 800, "light");
        stage().logout(tenant());
        stage().logout(tenant());

        page().open(tenant(), language, "requests");

        for (String tab : TABS) {
            turnTo(tab);

            assertThat(
                            page().script(
                                            "const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                    .as(tab)
                    .isEqualTo(0L);
        }
    }

    /** Opens a tab, and shows what is behind its first row. */
    private void turnTo(String tab) {
        String panel = "#panel-" + tab;
        page().click("#tab-" + tab);
        page().until(() -> !page().all(
                        panel + " :is([role=option], .leaf, .entry, .card:not(:has(.leaf)) .facts, .card input)")
                .isEmpty());
        if (List.of("requests", "sessions", "catalogue").contains(tab)) {
            page().click(panel + " :is([role=option], .leaf, .entry)");
        }
    }
}
