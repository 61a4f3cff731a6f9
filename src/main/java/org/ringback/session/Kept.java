package org.ringback.session;

import org.ringback.settings.Settings;

/** What outlives a capture and is known to all windows: what was opened before, and what the user has noted. */
record Kept(RecentFiles recent, Notes notes) {

    /** Begins where the user left off. */
    static Kept of(Settings.Calls remembered) {
        return new Kept(new RecentFiles(remembered.recent()), new Notes(remembered.notes()));
    }
}
