package org.ringback.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;

/**
 * Takes what lies in folders and archives out of them, so that it is read as if it had been named side by side. A file of an archive is
 * called by the path of the archive with its own behind, and may be asked for by that name alone.
 *
 * <p>Bounds of each archive: {@value #MOST_FILES} files, {@link Limits#UNPACKED} bytes, and archives within archives
 * {@value #DEEPEST} deep. What is left out is told.
 */
public final class Archives implements AutoCloseable {

    static final int MOST_FILES = 200;
    static final int DEEPEST = 3;

    private final List<Path> asked;
    private final Map<Path, Members> archives = new LinkedHashMap<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Unusable> faults = new ArrayList<>();

    private Archives(List<Path> asked) {
        this.asked = asked;
    }

    /** Looks at files, and takes out what lies in archives among them. */
    public static Archives of(List<Path> files, BooleanSupplier canceled) {
        return of(files, Limits.UNPACKED, canceled);
    }

    /** @param most bytes that may come out of each */
    static Archives of(List<Path> files, long most, BooleanSupplier canceled) {
        List<Path> all = files.stream().flatMap(file -> within(file, canceled)).toList();
        Archives archives = new Archives(all);
        all.forEach(file -> archives.add(file, most, canceled));
        return archives;
    }

    /** The files of a folder; a file itself, and a folder of which none can be taken. */
    private static Stream<Path> within(Path file, BooleanSupplier canceled) {
        List<Path> files = Files.isDirectory(file) ? FolderFiles.of(file, canceled) : List.of();
        return files.isEmpty() ? Stream.of(file) : files.stream();
    }

    /** All files, those of an archive in its place. */
    public List<SourceFile> files() {
        return List.copyOf(files);
    }

    /** What of archives is left out or damaged, by the places of their files in {@link #files}. */
    public List<Unusable> faults() {
        return List.copyOf(faults);
    }

    private void add(Path file, long most, BooleanSupplier canceled) {
        Path archive = archive(file);
        if (!Files.isRegularFile(archive)) {
            files.add(SourceFile.of(file));
            return;
        }
        if (!archives.containsKey(archive)) {
            Members members = Members.of(archive, most, this::wanted, canceled);
            archives.put(archive, members);
            faults.addAll(members.told(files.size()));
        }
        Map<Path, Path> places = archives.get(archive).places();
        if (!archive.equals(file)) {
            Path place = places.get(file);
            files.add(place == null ? SourceFile.of(file) : new SourceFile(file, place, archive));
        } else if (places.isEmpty()) {
            files.add(SourceFile.of(file));
        } else if (places.size() == 1) {
            // Its name says more than that of the only file in it.
            files.add(new SourceFile(archive, places.values().iterator().next(), archive));
        } else {
            places.forEach((name, place) -> files.add(new SourceFile(name, place, archive)));
        }
    }

    /** The file itself, or the one through which its name leads. */
    private static Path archive(Path file) {
        Path at = file;
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at != null && Files.isRegularFile(at) ? at : file;
    }

    /** Whoever names files of an archive wants no others of it. */
    private boolean wanted(Path member) {
        return asked.stream().anyMatch(path -> member.startsWith(path) || path.startsWith(member));
    }

    /** Deletes the temporary files; what is mapped must have been freed. */
    @Override
    public void close() {
        archives.values().forEach(Members::close);
    }
}
