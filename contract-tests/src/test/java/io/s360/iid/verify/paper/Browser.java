package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** An installed Chromium. Nothing is downloaded: without one, tests are skipped, or fail where the variable CI is true. */
final class Browser {

    private static final String MISSING =
            "The report was not looked at: no Chromium or no chromedriver here. apt-get install chromium chromium-driver";
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking");

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Browser() {}

    static ChromeDriver start() {
        File browser = BROWSERS.stream().flatMap(Browser::installed).findFirst().orElse(null);
        File driver = installed("chromedriver").findFirst().orElse(null);
        if (browser == null || driver == null) {
            throw giveUp();
        }
        ChromeOptions options = new ChromeOptions().setBinary(browser).addArguments(FLAGS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setScriptTimeout(Duration.ofSeconds(5));
        options.setPageLoadTimeout(Duration.ofSeconds(15));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver)
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    /** Shows the page as on a wide screen, in a colour scheme. */
    static void show(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1360, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        List<Map<String, String>> wishes = List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", wishes));
    }

    private static Stream<File> installed(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute);
    }

    private static RuntimeException giveUp() {
        if ("true".equals(System.getenv("CI"))) {
            return fail(MISSING);
        }
        // Past Surefire, which keeps what tests print in files: whoever builds should see it.
        if (TOLD.compareAndSet(false, true)) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println(MISSING);
        }
        return abort(MISSING);
    }
}
