package io.s360.iid.mock.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the console. They ask nothing but the mock's admin API and, to try an answer, its operations. */
public final class Console {

    /** Where the page is; its files are below. */
    public static final String ROOT = "/__console";

    /**
     * What each answer with a file says beside its media type: nothing from elsewhere runs or is shown, and a newer mock's files
     * are not hidden by an older one's.
     */
    public static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-cache",
            "Content-Security-Policy",
                    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    /** No dots but the one before the ending, so that no path leads out of this package. */
    private static final Pattern FILE = Pattern.compile(ROOT + "/((?:words/)?[a-z]+\\.([a-z]+))");

    private Console() {}

    /**
     * A file of the console.
     *
     * @param path decoded and without query, such as {@code /__console} or {@code /__console/console.js}
     * @return empty if the console has no such file
     */
    public static Optional<Asset> asset(String path) {
        boolean isPage = path.equals(ROOT) || path.equals(ROOT + "/");
        Matcher file = FILE.matcher(isPage ? ROOT + "/index.html" : path);
        return file.matches()
                ? Optional.ofNullable(MEDIA_TYPES.get(file.group(2))).flatMap(type -> read(file.group(1), type))
                : Optional.empty();
    }

    private static Optional<Asset> read(String name, String mediaType) {
        try (InputStream bytes = Console.class.getResourceAsStream(name)) {
            return bytes == null ? Optional.empty() : Optional.of(new Asset(mediaType, bytes.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file as it goes over the wire. */
    @SuppressWarnings("ArrayRecordComponent") // Written to a socket and never compared.
    public record Asset(String contentType, byte[] bytes) {}
}
