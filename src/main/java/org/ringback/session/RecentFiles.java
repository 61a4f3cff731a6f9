package org.ringback.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ringback.reading.CaptureSource;
import org.ringback.settings.Settings;

/** What was opened last and had calls in it, the newest first: files that belong together stay together. */
public final class RecentFiles {

    private static final int MOST = 10;

    private final ObservableList<Recent> groups = FXCollections.observableArrayList();
    private final ObservableList<Recent> readOnly = FXCollections.unmodifiableObservableList(groups);

    RecentFiles(List<Settings.Recent> remembered) {
        remembered.stream()
                .flatMap(group -> Recent.of(group).stream())
                .filter(group -> groups.stream().noneMatch(group::sameFiles))
                .limit(MOST)
                .forEach(groups::add);
    }

    public ObservableList<Recent> groups() {
        return readOnly;
    }

    void opened(Recent opened) {
        if (!groups.isEmpty() && groups.getFirst().equals(opened)) {
            return;
        }
        List<Recent> all = new ArrayList<>();
        all.add(opened);
        groups.stream().filter(group -> !group.sameFiles(opened)).forEach(all::add);
        groups.setAll(all.subList(0, Math.min(all.size(), MOST)));
    }

    /** It turned out to be of no use. */
    void forget(CaptureSource useless) {
        if (useless instanceof CaptureSource.Files files) {
            groups.removeIf(Recent.of(files, Set.of())::sameFiles);
        }
    }

    /** Nobody shall see any more what was opened. */
    public void forgetAll() {
        groups.clear();
    }

    /** As they stand in the settings file. */
    List<Settings.Recent> remembered() {
        return groups.stream().map(Recent::remembered).toList();
    }
}
