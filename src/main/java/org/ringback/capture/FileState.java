package org.ringback.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells whether a file is still the one that it was.
 *
 * @param size in bytes
 * @param key what the system knows the file by, whatever its name; none where it does not say
 */
record FileState(long size, FileTime modified, Optional<Object> key) {

    static FileState of(BasicFileAttributes attributes) {
        return new FileState(
                attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
    }

    /** Of the file of a name; nothing if there is none. */
    static Optional<FileState> of(Path path) {
        try {
            return Optional.of(of(Files.readAttributes(path, BasicFileAttributes.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the file of a name has become: {@code gone}, {@code replaced}, {@code shorter}, {@code longer}, {@code overwritten}. */
    Optional<String> become(Path path) {
        return of(path).map(this::become).orElse(Optional.of("gone"));
    }

    private Optional<String> become(FileState now) {
        if (key.isPresent() && now.key.isPresent() && !key.equals(now.key)) {
            return Optional.of("replaced");
        }
        if (now.size != size) {
            return Optional.of(now.size < size ? "shorter" : "longer");
        }
        return now.modified.equals(modified) ? Optional.empty() : Optional.of("overwritten");
    }
}
