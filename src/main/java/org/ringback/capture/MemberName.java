package org.ringback.capture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a file of an archive is called: the path of the archive, and behind it the name that is written there. Nothing is ever
 * written under such a name, so that one that leads out of its folder does no harm.
 */
final class MemberName {

    /** Characters of one part; systems know none longer. */
    private static final int LONGEST = 200;

    /** What systems put beside the files that somebody packs. */
    private static final List<String> OF_SYSTEMS = List.of("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini");

    private MemberName() {}

    /** Whether a system has put it there, and nobody who packs. */
    static boolean isOfSystem(String written) {
        List<String> parts = List.of(written.split("[/\\\\]"));
        return OF_SYSTEMS.contains(parts.getFirst())
                || OF_SYSTEMS.contains(parts.getLast())
                || parts.getLast().startsWith("._");
    }

    /** A name that no other has. */
    static Path within(Path archive, String written, Set<Path> others) {
        Path name = path(archive, written);
        Path other = name;
        for (int number = 2; others.contains(other); number++) {
            other = name.resolveSibling(name.getFileName() + " (" + number + ")");
        }
        return other;
    }

    private static Path path(Path archive, String written) {
        Path path = archive;
        for (String part : written.split("[/\\\\]", -1)) {
            String clean = part.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
            if (!clean.isEmpty() && !clean.equals(".") && !clean.equals("..")) {
                path = resolved(path, clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
            }
        }
        return path.equals(archive) ? archive.resolve("_") : path;
    }

    /** Systems whose character set is a small one have no other signs in their names. */
    private static Path resolved(Path path, String part) {
        try {
            return path.resolve(part);
        } catch (InvalidPathException e) {
            return path.resolve(part.replaceAll("[^\\x20-\\x7E]", "_"));
        }
    }
}
