package org.modewise.explorer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of the system's. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");
    private static final List<String> DRIVER = List.of("chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");

    // Kept, so that what it is told of a browser newer than itself stays unsaid.
    private static final java.util.logging.Logger SELENIUM = java.util.logging.Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,1000");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        SELENIUM.setLevel(java.util.logging.Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** The system's browser, if there is one. */
    static Optional<Browser> start() {
        Optional<Path> driver = onThePath(DRIVER);
        return onThePath(CHROMIUM).flatMap(chromium -> driver.map(found -> new Browser(chromium, found)));
    }

    private static Optional<Path> onThePath(List<String> names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the page anew, and waits for its first frame. */
    void open(String url) {
        driver.get("about:blank");
        driver.get(url);
        waitFor("window.modewise && window.modewise.ready");
    }

    /** Runs a script in the page. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    double number(String expression) {
        return ((Number) run("return Number(" + expression + ")")).doubleValue();
    }

    String string(String expression) {
        return (String) run("return String(" + expression + ")");
    }

    /** Waits until an expression of the page is true. */
    void waitFor(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(run("return Boolean(" + expression + ")"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain waited for " + expression + "; the page says: "
                        + element("status").getText());
            }
            pause();
        }
    }

    /** Waits until all that was asked for has been drawn, and nothing new is asked for a while. */
    void settle() {
        int quiet = 0;
        for (int waits = 0; quiet < 3; waits++) {
            if (waits > 400) {
                throw new AssertionError("the page does not come to rest");
            }
            pause();
            quiet = Boolean.TRUE.equals(run("return window.modewise.idle()")) ? quiet + 1 : 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the page be for so many milliseconds. */
    void rest(int millis) {
        run("return new Promise(done => setTimeout(done, " + millis + "))");
    }

    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    void click(String id) {
        WebElement element = element(id);
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    void press(CharSequence keys) {
        driver.findElement(By.tagName("body")).sendKeys(keys);
    }

    /** Sets the value of a control as its user would, with the events that tells it. */
    void set(String id, Object value) {
        run(
                "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
                        + "for (const n of ['input', 'change']) e.dispatchEvent(new Event(n, {bubbles: true}));",
                id,
                String.valueOf(value));
    }

    /** Drags over an element from one place to another, in parts of its width and height from its upper left corner. */
    void drag(String id, double x0, double y0, double x1, double y1, boolean shift) {
        WebElement element = element(id);
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        Dimension size = element.getSize();
        var actions = new org.openqa.selenium.interactions.Actions(driver, Duration.ofMillis(50));
        if (shift) {
            actions.keyDown(org.openqa.selenium.Keys.SHIFT);
        }
        actions.moveToElement(element, offset(x0, size.width), offset(y0, size.height))
                .clickAndHold();
        for (int k = 1; k <= 8; k++) {
            double s = k / 8.0;
            actions.moveToElement(
                    element, offset(x0 + s * (x1 - x0), size.width), offset(y0 + s * (y1 - y0), size.height));
        }
        actions.release();
        if (shift) {
            actions.keyUp(org.openqa.selenium.Keys.SHIFT);
        }
        actions.perform();
    }

    /** Rests the pointer on a place of an element, given as in a drag. */
    void hover(String id, double x, double y) {
        WebElement element = element(id);
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        Dimension size = element.getSize();
        new org.openqa.selenium.interactions.Actions(driver, Duration.ofMillis(50))
                .moveToElement(element, offset(x, size.width), offset(y, size.height))
                .perform();
    }

    private static int offset(double part, int length) {
        return (int) Math.round((part - 0.5) * length);
    }

    /** A number that stands for the pixels of a canvas. */
    int pixels(String id) {
        return string("document.getElementById('" + id + "').toDataURL()").hashCode();
    }

    /** Sets the size of what is seen. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Says whether the page is to be dark. */
    void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Keeps a picture of what is seen, for whoever looks. */
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }

    /** What the console has said since the last call, warnings and worse. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
