package io.s360.iid.server;

import io.s360.iid.server.setting.SettingList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Where settings stand that are not on the command line, and what the command line says of them. */
final class SettingFiles {

    private static final Set<String> ENDINGS = Set.of("properties", "yaml", "yml");

    private SettingFiles() {}

    static String config(Path file) {
        String name = file.getFileName().toString();
        if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new StartRefused("--config must name a file that ends in .properties or .yaml");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartRefused("The file " + file + " cannot be read: choose another --config");
        }
        return "spring.config.additional-location=" + file.toUri();
    }

    static String secrets(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new StartRefused("The folder " + folder + " cannot be read: choose another --secrets");
        }
        return "spring.config.import=configtree:" + folder.toAbsolutePath().normalize() + "/";
    }

    static String[] help() {
        return Stream.concat(
                        Stream.of(
                                "",
                                "Settings, as name=value here or in a file, or as variables of the environment: s360.sweep-every is"
                                        + " S360_SWEEPEVERY, s360.clients[0].id is S360_CLIENTS_0_ID. What stands here goes before"
                                        + " the environment, that before files. Every other setting of Spring works as well.",
                                ""),
                        SettingList.read(ServerStart.defaults()).lines())
                .map(line -> line.replace("%", "%%"))
                .toArray(String[]::new);
    }
}
