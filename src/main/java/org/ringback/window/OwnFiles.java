package org.ringback.window;

import java.nio.file.Path;
import org.ringback.settings.Settings;
import org.ringback.settings.SettingsFile;
import org.ringback.trace.ErrorLog;

/**
 * What the program keeps for this user, and what earlier runs left in it: known long before the program's words, so that the
 * window can stand at its place.
 *
 * @param file takes what is to be remembered
 * @param settings what was in it at the start
 * @param first whether the program was never used here
 * @param errors takes what goes wrong
 */
record OwnFiles(SettingsFile file, Settings settings, boolean first, ErrorLog errors) {

    /** Reads them from where this system keeps the settings of a user's programs. */
    static OwnFiles ofThisUser() {
        Path settings = SettingsFile.usualPlace(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return in(settings, ErrorLog.ofThisUser());
    }

    static OwnFiles in(Path settings, ErrorLog errors) {
        var file = new SettingsFile(settings);
        boolean first = !file.exists();
        return new OwnFiles(file, file.load(), first, errors);
    }
}
