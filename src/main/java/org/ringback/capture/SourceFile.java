package org.ringback.capture;

import java.nio.file.Path;

/**
 * A file to be read, which may have come out of an archive.
 *
 * @param name what it is called: of one out of an archive, the path of the archive and behind it its own within that
 * @param place where its bytes are
 * @param watched the file that somebody may change meanwhile
 */
public record SourceFile(Path name, Path place, Path watched) {

    /** One that lies where its name says. */
    public static SourceFile of(Path path) {
        return new SourceFile(path, path, path);
    }
}
