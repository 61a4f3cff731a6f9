package org.ringback.capture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be opened, in the words that the texts of every language know, or else in the system's own. */
final class UnreadableFile {

    private UnreadableFile() {}

    static String why(Path path, IOException failure) {
        return switch (failure) {
            // What is no text in the character set of the system reaches Java as this character, and cannot go back.
            case NoSuchFileException _ -> path.toString().indexOf('\uFFFD') >= 0 ? "odd name" : "no such file";
            case AccessDeniedException _ -> "access denied";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
