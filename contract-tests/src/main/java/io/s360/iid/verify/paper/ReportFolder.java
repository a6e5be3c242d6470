package io.s360.iid.verify.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the files of a run are put. */
public final class ReportFolder {

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A folder that is there from now on, and can be written to.
     *
     * @throws IOException if not
     */
    public static ReportFolder at(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, "s360", ".tmp"));
        return new ReportFolder(folder);
    }

    /**
     * Writes {@code report.html}, {@code junit.xml} and {@code statement.json}, in the place of older ones.
     *
     * @throws IOException if one cannot be written
     */
    public void write(Report report) throws IOException {
        write("report.html", HtmlPage.of(report));
        write("junit.xml", JunitXml.of(report));
        write("statement.json", Statement.of(report));
    }

    /** Whole or not at all, so that nobody reads half a file. */
    private void write(String name, String text) throws IOException {
        Path half = Files.writeString(folder.resolve(name + ".tmp"), text);
        Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
