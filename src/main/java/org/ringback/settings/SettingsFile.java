package org.ringback.settings;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** The settings on disk. Reading never fails, writing never leaves half a file. */
public final class SettingsFile {

    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addHandler(new Forgiving())
            .build();

    private final Path path;

    public SettingsFile(Path path) {
        this.path = path;
    }

    /** Where this system keeps the settings of a user's programs. */
    public static Path usualPlace(Map<String, String> environment, String systemName, Path home) {
        String system = systemName.toLowerCase(Locale.ROOT);
        Path folder;
        if (system.startsWith("windows")) {
            folder = folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
        } else if (system.startsWith("mac")) {
            folder = home.resolve("Library/Application Support");
        } else {
            folder = folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        }
        return folder.resolve("ringback").resolve("settings.json");
    }

    /** What is not an absolute path on this system cannot have been meant; for XDG_CONFIG_HOME its standard says so. */
    private static Path folder(String configured, Path otherwise) {
        try {
            return configured != null && Path.of(configured).isAbsolute() ? Path.of(configured) : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }

    /** What was saved; the defaults where there is nothing or nothing that can be read. */
    public Settings load() {
        if (!Files.exists(path)) {
            return Settings.DEFAULTS;
        }
        try {
            Settings settings = JSON.readValue(path.toFile(), Settings.class);
            return settings == null ? Settings.DEFAULTS : settings;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be read, starting with defaults: {1}", path, firstLine(e));
            return Settings.DEFAULTS;
        }
    }

    /** Writes beside the file and moves over it; a failure is logged, it must not stop the program. */
    public void save(Settings settings) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path beside = path.resolveSibling(path.getFileName() + ".new");
            JSON.writeValue(beside.toFile(), settings);
            move(beside);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be written: {1}", path, firstLine(e));
        }
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
