package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The report as somebody sees and uses it who has got it by mail. */
@Timeout(30)
class ReportPageTest {

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void write() throws IOException {
        browser = Browser.start();
        ReportFolder.at(folder.resolve("healthy")).write(Samples.healthy());
        ReportFolder.at(folder.resolve("faulty")).write(Samples.faulty());
        ReportFolder.at(folder.resolve("astray")).write(Samples.astray());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, en, ltr, The contract is kept.",
        "healthy, ar, rtl, العقد مُلتزَم به.",
        "faulty, en, ltr, The contract is broken: 2 causes.",
        "astray, en, ltr, The contract is broken: one cause.",
        "faulty, ar, rtl, 'في العقد إخلال، وله سببان.'"
    })
    void saysTheVerdictInBothLanguages(String report, String language, String direction, String verdict) {
        open(report, language);

        assertThat(text("#verdict")).isEqualTo(verdict);
        assertThat(find("html").getDomAttribute("dir")).isEqualTo(direction);
        assertThat(browser.getTitle()).startsWith(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "faulty"})
    void loadsNothingAndComplainsOfNothing(String report) {
        browser.manage().logs().get(LogType.BROWSER);

        open(report, "en");

        assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void runsNothingThatATargetHasAnswered() {
        open("faulty", "en");

        assertThat(browser.executeScript("return window.harmed ?? null")).isNull();
        assertThat(text("#causes")).contains("</script><script>window.harmed");
    }

    @Test
    void changesTheLanguageInPlace() {
        open("faulty", "en");

        find("#language").click();

        assertThat(text("#causes-title")).startsWith("المخالفات");
        assertThat(find("#causes pre").getCssValue("direction")).isEqualTo("ltr");
        find("#language").click();
        assertThat(text("#causes-title")).startsWith("What is broken");
    }

    @Test
    void praisesNothingAboveAWalkThatWentAstray() {
        open("astray", "en");

        assertThat(find("#causes").isDisplayed()).isFalse();
        assertThat(text("#walks")).contains("a minute too much");
        assertThat(text("#jumps")).doesNotContain("What is broken");
    }

    @Test
    void asksWhatIsOnlyAssumed() {
        open("faulty", "en");

        assertThat(all("#questions .headline"))
                .singleElement()
                .satisfies(card -> assertThat(card.getText()).contains(Samples.LIVE, "409", "429", "assumed"));
    }

    @Test
    void filtersByTargetTextAndProvenance() {
        open("faulty", "en");
        int all = all(".headline").size();

        find("#filter-text").sendKeys("logged-out");

        assertThat(all(".headline")).hasSize(1);
        assertThat(all("#matrix tbody tr.row"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getDomProperty("textContent")).contains("logged-out"));
        find("#filter button[type=reset]").click();
        assertThat(all(".headline")).hasSize(all);
        find("#filter-target").sendKeys(Samples.LIVE);
        assertThat(all(".headline")).hasSize(1);
        assertThat(all("#matrix thead th")).hasSize(2);
        find("#filter-provenance").sendKeys("documented");
        assertThat(all(".headline")).isEmpty();
    }

    @Test
    void showsOnlyWhatIsNotRight() {
        open("faulty", "en");
        int all = all("#matrix tr.row").size();

        find("#filter-broken").click();

        assertThat(all("#matrix tr.row")).hasSizeLessThan(all).hasSizeGreaterThan(0);
    }

    @Test
    void leadsFromABrokenCellToItsCause() {
        open("faulty", "en");
        find("#matrix-all").click();

        find("#matrix .cell.broken").sendKeys(Keys.ENTER);

        WebElement focused = browser.switchTo().activeElement();
        assertThat(focused.getDomAttribute("class")).contains("headline");
        assertThat(focused.getText()).contains("server");
    }

    @ParameterizedTest
    @CsvSource({"en, ARROW_RIGHT", "ar, ARROW_LEFT"})
    void isWalkedByArrowKeys(String language, Keys onwards) {
        open("healthy", language);
        find("#matrix tbody button").sendKeys(Keys.ENTER);

        press(Keys.ARROW_DOWN);
        press(onwards);

        assertThat(label()).startsWith("examples");
        press(onwards);
        assertThat(label()).startsWith("mock");
        press(Keys.ARROW_DOWN);
        assertThat(label()).startsWith("mock");
        assertThat(text("#matrix-told")).isEqualTo(label());
        press(Keys.END);
        assertThat(label()).startsWith("server");
    }

    @Test
    void letsTheKeyboardSkipToTheContent() {
        open("healthy", "en");

        press(Keys.TAB);

        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        press(Keys.ENTER);
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
    }

    @Test
    void drawsTheLifeCycleWithWhatWasWalked() {
        open("healthy", "en");

        assertThat(all("#cycles svg")).hasSizeGreaterThan(1);
        assertThat(all("#cycles .edge.walked")).isNotEmpty();
        assertThat(all("#cycles .edge:not(.walked)")).isNotEmpty();
        assertThat(find("#cycles .edge.walked .count").getDomProperty("textContent"))
                .matches(" ×[0-9,]+");
    }

    @Test
    void showsHowWellEachClauseWasTried() {
        open("healthy", "en");
        int shown = all("#clauses tbody tr").size();

        find("#clauses .more").click();

        assertThat(all("#clauses tbody tr")).hasSizeGreaterThan(shown);
        find("#filter-broken").click();
        assertThat(all("#clauses tbody tr"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.findElements(By.cssSelector(".no"))).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"healthy, en, light", "faulty, en, dark", "faulty, ar, light", "healthy, ar, dark"})
    void canBeReadByWeakEyes(String report, String language, String scheme) {
        Browser.show(browser, scheme);
        open(report, language);
        find("#matrix-all").click();

        assertThat(Contrast.poorTexts(browser))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static void open(String report, String language) {
        browser.get("about:blank");
        browser.get(folder.resolve(report).resolve("report.html").toUri() + "?lang=" + language);
    }

    private static WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private static List<WebElement> all(String css) {
        return browser.findElements(By.cssSelector(css));
    }

    private static String text(String css) {
        return find(css).getText();
    }

    private static String label() {
        return String.valueOf(browser.switchTo().activeElement().getDomAttribute("aria-label"));
    }

    private static void press(Keys key) {
        new Actions(browser).sendKeys(key).perform();
    }
}
