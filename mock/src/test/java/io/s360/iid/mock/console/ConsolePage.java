package io.s360.iid.mock.console;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console in a browser, as somebody sees and uses it. */
final class ConsolePage implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ChromeDriver browser;
    private final URI base;

    ConsolePage(ChromeDriver browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    ChromeDriver browser() {
        return browser;
    }

    /** Opens a tab for a tenant in a fresh page, and waits until the mock has told about itself. */
    ConsolePage open(String tenant, String language, String tab) {
        browser.get("about:blank");
        browser.get(base + Console.ROOT + "?tenant=" + tenant + "&lang=" + language + "#" + tab);
        until(() -> !text("#version").isEmpty() && !text("#clock-chip-time").startsWith("--"));
        return this;
    }

    void until(Supplier<Boolean> condition) {
        new WebDriverWait(browser, PATIENCE, Duration.ofMillis(50))
                .ignoreAll(List.of(
                        NotFoundException.class,
                        StaleElementReferenceException.class,
                        ElementNotInteractableException.class))
                .until(driver -> condition.get());
    }

    WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return browser.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    /** Waits for an element that can be seen, and clicks it. */
    void click(String css) {
        until(() -> {
            find(css).click();
            return true;
        });
    }

    void untilText(String css, String part) {
        until(() -> text(css).contains(part));
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    void pressWithControl(String key) {
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    Object script(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
