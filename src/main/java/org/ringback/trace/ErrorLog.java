package org.ringback.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * The file in which errors of the program stand. It comes into being with the first one; where it cannot be written, all
 * goes on without it. For any thread.
 */
public final class ErrorLog {

    /** In bytes, of the file and of the one before it. */
    private static final long BOUND = 256 * 1024;

    /** Different errors of a run: one that comes back with every frame must neither fill the file nor take its time. */
    private static final int MOST_ERRORS = 50;

    private final Path path;
    private final BoundedFile file;
    private final Set<Integer> known = new HashSet<>();
    private boolean written;

    /** Touches nothing yet. */
    public ErrorLog(Path path) {
        this.path = path;
        this.file = new BoundedFile(path, BOUND);
    }

    /** The log of this user on this system. */
    public static ErrorLog ofThisUser() {
        return new ErrorLog(
                usualPlace(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Where this system keeps the logs of a user's programs.
     *
     * @param account the home of the user's account, which counts where the environment names no other
     */
    public static Path usualPlace(Map<String, String> environment, String systemName, Path account) {
        String system = systemName.toLowerCase(Locale.ROOT);
        Path home = system.startsWith("windows") ? account : folder(environment.get("HOME"), account);
        Path folder;
        if (system.startsWith("windows")) {
            folder = folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
        } else if (system.startsWith("mac")) {
            folder = home.resolve("Library/Logs");
        } else {
            folder = folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"));
        }
        return folder.resolve("ringback").resolve("ringback.log");
    }

    /** What is not an absolute path cannot have been meant; for XDG_STATE_HOME its standard says so. */
    private static Path folder(String configured, Path otherwise) {
        try {
            return configured != null && Path.of(configured).isAbsolute() ? Path.of(configured) : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }

    /**
     * From here on errors that the program or one of its libraries logs stand in the file, and no longer in the terminal:
     * there a trace only hides the line that tells what happened.
     */
    public void collectLogged() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            handler.setFilter(entry -> entry.getThrown() == null);
        }
        root.addHandler(new LoggedErrors(this));
    }

    /**
     * Writes an error down, unless it was by this run.
     *
     * @param where who tells it, a class
     * @return the file in which it stands; nothing if it could not be written
     */
    public Optional<Path> add(String where, Throwable error) {
        try {
            String text = LogEntry.of(where, error);
            synchronized (this) {
                int which = text.hashCode();
                if (known.size() < MOST_ERRORS && known.add(which)) {
                    written = write(text);
                }
                return written && known.contains(which) ? Optional.of(path) : Optional.empty();
            }
        } catch (OutOfMemoryError e) {
            return Optional.empty();
        }
    }

    /** The file, if there is one by now. */
    public Optional<Path> file() {
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    private boolean write(String text) {
        // A thread that was told to stop could not write at all.
        boolean interrupted = Thread.interrupted();
        try {
            file.append((Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
