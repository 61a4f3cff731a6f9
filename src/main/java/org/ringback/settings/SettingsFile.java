package org.ringback.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The settings on disk. Reading never fails, writing never leaves half a file. */
public final class SettingsFile {

    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .addHandler(new Forgiving())
            .build();

    /** In bytes; ours has a few thousand. */
    private static final long LONGEST = 1 << 20;

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    public SettingsFile(Path path) {
        this.path = path;
    }

    /**
     * Where this system keeps the settings of a user's programs.
     *
     * @param account the home of the user's account, which counts where the environment names no other
     */
    public static Path usualPlace(Map<String, String> environment, String systemName, Path account) {
        String system = systemName.toLowerCase(Locale.ROOT);
        Path home = system.startsWith("windows") ? account : folder(environment.get("HOME"), account);
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

    /** Whether the program was used before, whatever is in the file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * What was saved; the defaults where there is nothing or nothing that can be read. Of a damaged file what is still whole
     * is taken, and a copy of it stays beside it. What is no file, a pipe above all, is not touched: nobody may ever write
     * to it.
     */
    public Settings load() {
        if (!Files.exists(path)) {
            return Settings.DEFAULTS;
        }
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LONGEST) {
                LOG.log(Level.WARNING, "{0} is no settings file, starting with defaults", path);
                return Settings.DEFAULTS;
            }
            // As it stands: what is no UTF-8 must not cost what is.
            return read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be read, starting with defaults: {1}", path, firstLine(e));
            return Settings.DEFAULTS;
        }
    }

    private Settings read(String text) throws IOException {
        try {
            Settings settings = JSON.readValue(text, Settings.class);
            return settings == null ? salvaged(text) : settings;
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "{0} is damaged, and what is not whole in it is left out: {1}", path, firstLine(e));
            keepDamaged(text);
            return salvaged(text);
        }
    }

    private static Settings salvaged(String text) throws IOException {
        return JSON.treeToValue(Salvage.of(text, JSON), Settings.class);
    }

    private void keepDamaged(String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            Path copy = path.resolveSibling(path.getFileName() + ".damaged");
            Files.deleteIfExists(copy);
            Files.write(newFile(copy), Files.readAllBytes(path));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No copy of the damaged settings", e);
        }
    }

    /** Writes beside the file and moves over it; a failure is logged, it must not stop the program. */
    public void save(Settings settings) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path file = target();
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                LOG.log(Level.WARNING, "{0} cannot be written: it is no file", path);
                return;
            }
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            JSON.writeValue(newFile(beside).toFile(), settings);
            move(beside, file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be written: {1}", path, firstLine(e));
        }
    }

    /** Who keeps settings elsewhere, behind a link, goes on doing so. */
    private Path target() throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        return Files.exists(path)
                ? path.toRealPath()
                : path.toAbsolutePath().resolveSibling(Files.readSymbolicLink(path));
    }

    /** An empty file that nobody else can read: the settings name files, and files name people. */
    private static Path newFile(Path file) throws IOException {
        return knowsRights(file)
                ? Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN))
                : Files.createFile(file);
    }

    private static boolean knowsRights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void move(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
