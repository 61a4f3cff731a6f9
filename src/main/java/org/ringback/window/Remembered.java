package org.ringback.window;

import java.nio.file.Path;
import org.ringback.settings.Settings;
import org.ringback.settings.SettingsFile;
import org.ringback.trace.ErrorLog;

/**
 * What earlier runs left: known long before the program's words, so that the window can stand at its place.
 *
 * @param first whether the program was never used here
 */
record Remembered(SettingsFile file, Settings settings, boolean first, ErrorLog errors) {

    /** Reads it from where this system keeps the settings of a user's programs. */
    static Remembered ofThisUser() {
        Path settings = SettingsFile.usualPlace(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return in(settings, ErrorLog.ofThisUser());
    }

    static Remembered in(Path settings, ErrorLog errors) {
        var file = new SettingsFile(settings);
        boolean first = !file.exists();
        return new Remembered(file, file.load(), first, errors);
    }
}
