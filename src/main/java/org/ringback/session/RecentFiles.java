package org.ringback.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that were opened last, the newest first. */
public final class RecentFiles {

    private static final int MOST = 10;

    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Path> readOnly = FXCollections.unmodifiableObservableList(files);

    RecentFiles(List<String> remembered) {
        for (String name : remembered) {
            path(name)
                    .filter(file -> !files.contains(file) && files.size() < MOST)
                    .ifPresent(files::add);
        }
    }

    /** A name from another system, or a damaged one, is nothing that anybody misses. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    public ObservableList<Path> files() {
        return readOnly;
    }

    void opened(List<Path> opened) {
        List<Path> all = new ArrayList<>(
                opened.stream().map(Path::toAbsolutePath).distinct().toList());
        files.stream().filter(file -> !all.contains(file)).forEach(all::add);
        files.setAll(all.subList(0, Math.min(all.size(), MOST)));
    }

    void forget(Path file) {
        files.remove(file.toAbsolutePath());
    }

    /** As they stand in the settings file. */
    List<String> names() {
        return files.stream().map(Path::toString).toList();
    }
}
