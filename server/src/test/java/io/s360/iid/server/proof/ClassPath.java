package io.s360.iid.server.proof;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of this process without its tests, and with its folders packed: of folders the JVM can keep no archive that
 * starts it faster.
 */
final class ClassPath {

    private static final String OF_JARS = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Files.exists(Path.of(entry)) && !entry.endsWith("test-classes"))
            .map(entry ->
                    Files.isDirectory(Path.of(entry)) ? packed(Path.of(entry)).toString() : entry)
            .collect(Collectors.joining(File.pathSeparator));

    private ClassPath() {}

    static String ofJars() {
        return OF_JARS;
    }

    private static Path packed(Path folder) {
        try {
            Path jar = Files.createTempFile("s360-classes", ".jar");
            jar.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Path file : filesAndFolders(folder)) {
                    String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    boolean isFolder = Files.isDirectory(file);
                    zip.putNextEntry(new ZipEntry(isFolder ? name + '/' : name));
                    if (!isFolder) {
                        Files.copy(file, zip);
                    }
                }
            }
            return jar;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Also folders have entries, else Spring finds nothing in them. */
    private static List<Path> filesAndFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).sorted().toList();
        }
    }
}
